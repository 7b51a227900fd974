using System.Text;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Tests.Office.Excel;
using Jinguo.Core.Tests.Records.Ledgers;
using Jinguo.Core.Tests.Records.Ledgers.Exchange;
using Jinguo.Office;
using Jinguo.Office.Drafts;
using Jinguo.Office.Excel;
using Jinguo.Office.Word;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.HostileInput;

/// <summary>
/// Whatever comes in, a reader reads it or refuses it in its one way. The shares add up to all cases of a run;
/// <c>./jinguo fuzz</c> runs 100,000 of them.
/// </summary>
public sealed class FuzzTests
{
    private static readonly PackSet Packs = PackReader.ReadFolder(RepositoryFolder.At("packs")).Packs;
    private static readonly RecordType[] Types = [.. Packs.RecordTypes];
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_damaged_workbook_is_read_or_refused()
    {
        var books = new[] { Workbook(), File.ReadAllBytes(RepositoryFolder.At("samples", "东山镇2009.xlsx")) };

        FuzzRun.Over("xlsx", 6, random => Damage.InsideZip(random, books[random.Next(20) == 0 ? 1 : 0]), ReadWorkbook);
        FuzzRun.Over("xlsx-bytes", 2, random => Damage.OfBytes(random, books[0]), ReadWorkbook);
    }

    [Fact]
    public void A_damaged_old_workbook_is_read_or_refused()
    {
        var whole = File.ReadAllBytes(RepositoryFolder.At("tests", "Jinguo.Core.Tests", "Office", "files", "training.xls"));

        FuzzRun.Over("xls", 4, random => Damage.OfBytes(random, whole), ReadWorkbook);
    }

    [Fact]
    public void A_text_table_of_anything_is_read_or_refused() =>
        FuzzRun.Over("csv", 12, random => random.Next(2) == 0 ? HostileText.Csv(random, HeadingsOf(random)) : Damage.OfBytes(random, HostileText.Csv(random, HeadingsOf(random))), ReadWorkbook);

    [Fact]
    public void A_damaged_Word_file_is_read_or_refused()
    {
        var files = Directory.GetFiles(RepositoryFolder.At("packs", "templates"), "*.docx").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();

        FuzzRun.Over("docx", 6, random => random.Next(4) == 0 ? Damage.OfBytes(random, files[random.Next(files.Length)]) : Damage.InsideZip(random, files[random.Next(files.Length)]), bytes =>
        {
            try
            {
                WordText.Read(new MemoryStream(bytes));
                using var template = WordTemplate.Open(new MemoryStream(bytes));
                template.Fill(_ => "填写");
                template.Save(new MemoryStream());
                var draft = DraftReader.ReadAsync(new MemoryStream(bytes)).GetAwaiter().GetResult();
                if (draft.Kind == DraftKind.Word)
                    WordReview.Write(new MemoryStream(bytes), [.. draft.Locate(draft.Text.Length / 3, draft.Text.Length / 2).Select(one => new WordComment(one.Paragraph, one.Start, one.End, "核对"))], "核稿", DateTimeOffset.UnixEpoch, [], HouseStyle.Standard, new MemoryStream());
            }
            catch (OfficeFormatException refusal)
            {
                SpeaksToAPerson(refusal.Message);
            }
        });
    }

    [Fact]
    public void A_draft_of_any_bytes_is_read_or_refused() =>
        FuzzRun.Over("draft", 12, random => random.Next(2) == 0 ? HostileText.Csv(random, ["培训", "人次"]) : Damage.OfBytes(random, HostileText.Csv(random, ["培训", "人次"])), bytes =>
        {
            try
            {
                // No program of this name: what looks like a PDF is refused.
                var draft = DraftReader.ReadAsync(new MemoryStream(bytes), pdfProgram: "jinguo-no-such-program").GetAwaiter().GetResult();
                Assert.Equal(draft.Text, string.Concat(draft.Paragraphs.Zip(draft.Paragraphs.Skip(1).Select(next => next.Start).Append(draft.Text.Length), (one, next) => draft.Text[one.Start..next])));
            }
            catch (OfficeFormatException refusal)
            {
                SpeaksToAPerson(refusal.Message);
            }
        });

    [Fact]
    public void What_is_typed_into_a_form_becomes_values_that_can_be_checked_stored_printed_and_read_again() =>
        FuzzRun.Over("form", 30, random => BitConverter.GetBytes(random.Next()), bytes =>
        {
            var random = new Random(BitConverter.ToInt32(bytes));
            var type = Types[random.Next(Types.Length)];
            var reading = RecordInput.Read(type, type.Fields.ToDictionary(field => field.Code, _ => HostileText.Any(random), StringComparer.Ordinal), 2026);
            Assert.All(reading.Problems, problem => SpeaksToAPerson(problem.Text));

            Assert.All(RecordChecks.Check(type, reading.Values, Today), problem => SpeaksToAPerson(problem.Text));
            var again = RecordJson.Read(type, RecordJson.Write(reading.Values));
            Assert.Empty(again.Problems);
            Assert.Equal(reading.Values, again.Values);
            Sentences.Of(type, reading.Values);
            RecordTitle.Of(type, reading.Values);
            MaskedValues.Of(type, reading.Values);
            if (reading.Problems.Count == 0 && reading.Values.Day is not null)
                RecordPostings.From(type, reading.Values);
            foreach (var field in type.Fields)
                FieldText.Plain(field, reading.Values[field.Code]);
        });

    [Fact]
    public void What_a_program_sends_as_values_is_read_or_told_about() =>
        FuzzRun.Over("json", 10, random =>
        {
            var type = Types[random.Next(Types.Length)];
            var properties = type.Fields.Select(field => $"\"{field.Code}\":{Value(random)}");
            return Damage.OfBytes(random, Encoding.UTF8.GetBytes($"{{{string.Join(',', properties)}}}"));
        }, bytes =>
        {
            foreach (var type in Types.Take(3))
                Assert.All(RecordJson.Read(type, Encoding.UTF8.GetString(bytes)).Problems, problem => SpeaksToAPerson(problem.Text));
        });

    [Fact]
    public void A_formula_an_equation_and_a_sentence_of_anything_are_read_or_told_about() =>
        FuzzRun.OverText("formula", 20, HostileText.Any, text =>
        {
            if (Formula.TryParse(text, out _, out var wrong))
                Assert.Null(wrong);
            else
                SpeaksToAPerson(wrong.Text);
            if (!SentencePiece.TryParse(text, null, out _, out var error))
                SpeaksToAPerson(error);
            if (!Equation.TryParse(text, 40, out _, out var fault))
                SpeaksToAPerson(fault);
        });

    [Fact]
    public void A_damaged_pack_is_read_or_told_about()
    {
        var files = Directory.GetFiles(RepositoryFolder.At("packs"), "*.json").Order(StringComparer.Ordinal).Where(file => !file.EndsWith("schema.json", StringComparison.Ordinal)).Select(File.ReadAllBytes).ToArray();

        FuzzRun.Over("pack", 9, random => Damage.OfBytes(random, files[random.Next(files.Length)]), bytes =>
            Assert.All(PackReader.Read([new("damaged.json", Encoding.UTF8.GetString(bytes))]).Problems, problem => Assert.NotEmpty(problem.Text)));
    }

    [Fact]
    public async Task An_import_of_anything_says_what_is_wrong_by_row_and_writes_nothing_of_a_bad_row()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        var cases = FuzzRun.Over("import", 1, random => HostileText.Csv(random, ["单位", "日期", "内容", "人次", "妇女", "类别", "经费"]), bytes =>
        {
            var import = desk.TryBringAsync(ledger.Township, "培训.csv", bytes, ledger.City.Township, "training").GetAwaiter().GetResult();
            if (!import.Done)
            {
                Assert.All(import.Problems, problem => SpeaksToAPerson(problem.Text));
                return;
            }
            var looked = desk.LookAsync(ledger.Township, import.Value.Id).GetAwaiter().GetResult();
            Assert.All(looked.Notes, note => SpeaksToAPerson(note.Text));
            var written = desk.WriteAsync(ledger.Township, import.Value.Id).GetAwaiter().GetResult();
            Assert.Equal(looked.Bad, written.Bad);
        });

        Assert.True(cases > 0);
    }

    private static void ReadWorkbook(byte[] bytes)
    {
        try
        {
            using var book = Spreadsheet.Open(new MemoryStream(bytes), "台账.xlsx");
            FileMatcher.Match(book, "台账.xlsx", Types, null, 2026);
            foreach (var sheet in book.Sheets)
            {
                foreach (var row in sheet.Rows())
                    Assert.True(row.Number > 0);
            }
        }
        catch (OfficeFormatException refusal)
        {
            SpeaksToAPerson(refusal.Message);
        }
    }

    private static byte[] Workbook() => Workbooks.Write(book =>
    {
        book.AddNotes("说明", ["一", "二"]);
        var sheet = book.AddSheet(new SheetLayout("妇女培训", [new("日期"), new("内容"), new("人次")]));
        for (var day = 1; day < 20; day++)
            sheet.Row($"2026-03-{day:00}", "刺绣", day);
    }).ToArray();

    private static string[] HeadingsOf(Random random) => [.. Types[random.Next(Types.Length)].Fields.Select(field => field.Name)];

    private static string Value(Random random) => random.Next(6) switch
    {
        0 => "null",
        1 => random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
        2 => "{\"value\":1e400,\"hedge\":\"余\"}",
        3 => "{\"from\":\"0001-01-01\",\"to\":\"9999-12-31\"}",
        4 => "[[],{},\"a\",-0.0]",
        _ => System.Text.Json.JsonSerializer.Serialize(HostileText.Any(random)),
    };

    /// <summary>A refusal is a sentence in Chinese, not the words of a library.</summary>
    private static void SpeaksToAPerson(string text)
    {
        Assert.Contains(text, letter => letter is >= '\u4E00' and <= '\u9FFF');
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}

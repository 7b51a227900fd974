using Jinguo.Core.Base.Forms;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Forms;

/// <summary>The packs that ship, and a small one that shows every property.</summary>
internal static class TestPacks
{
    /// <summary>What ships in packs/.</summary>
    public static PackReading Shipped { get; } = PackReader.ReadFolder(RepositoryFolder.At("packs"));

    /// <summary>A pack with every property that the format knows.</summary>
    public const string Everything = """
        {
          "$schema": "schema.json", "pack": "sample", "name": "样例", "version": 2, "issuer": "某市妇联", "documentNumber": "某妇字〔2024〕1号", "validFrom": "2024-01-01", "validTo": "2030-12-31", "additions": [], "bundles": [],
          "measures": [
            { "code": "sample.people", "name": "人次", "unit": "人次", "kind": "flow", "decimals": 0, "sensitive": false, "synonyms": ["参加人次"],
              "breakdown": { "name": "类别", "options": [{ "code": "skills", "name": "技能" }, { "code": "law", "name": "法律" }] },
              "definitions": [
                { "version": 1, "text": "到场人次。", "issuer": "某市妇联", "documentNumber": "某妇字〔2023〕2号", "validFrom": "2023-01-01", "validTo": "2023-12-31" },
                { "version": 2, "text": "签到人次。", "validFrom": "2024-01-01" }] },
            { "code": "sample.money", "name": "经费", "unit": "元", "kind": "flow", "decimals": 2, "definitions": [{ "version": 1, "text": "支出。", "validFrom": "2024-01-01" }] },
            { "code": "sample.hours", "name": "课时", "unit": "课时", "kind": "flow", "decimals": 1, "definitions": [{ "version": 1, "text": "课时。", "validFrom": "2024-01-01" }] },
            { "code": "sample.cost", "name": "人均经费", "unit": "元", "kind": "ratio", "decimals": 2, "formula": "sample.money / sample.people", "definitions": [{ "version": 1, "text": "经费除以人次。", "validFrom": "2024-01-01" }] },
            { "code": "sample.venues", "name": "阵地数", "unit": "个", "kind": "stock", "definitions": [{ "version": 1, "text": "现有阵地。", "validFrom": "2024-01-01" }] },
            { "code": "sample.teachers", "name": "讲师人数", "unit": "人", "kind": "distinct", "definitions": [{ "version": 1, "text": "不同的讲师。", "validFrom": "2024-01-01" }] },
            { "code": "sample.rate", "name": "死亡率", "unit": "‰", "kind": "observed", "decimals": 2, "definitions": [{ "version": 1, "text": "卫健部门数。", "validFrom": "2024-01-01" }] }
          ],
          "recordTypes": [
            { "code": "course", "name": "讲座", "group": "样例", "kind": "event", "timesAYear": 4, "counts": "accepted", "title": "{topic}讲座", "entry": ["day", "topic", "people"],
              "fields": [
                { "code": "day", "name": "日期", "type": "dateRange", "required": true },
                { "code": "topic", "name": "主题", "type": "text", "required": true, "recall": true, "hint": "最近讲过", "help": "写主题。" },
                { "code": "people", "name": "人次", "type": "number", "unit": "人次", "required": true, "hedge": true, "min": 1, "max": 1000, "synonyms": ["参加人数"] },
                { "code": "women", "name": "其中妇女", "type": "number", "unit": "人次", "hedge": true },
                { "code": "sessions", "name": "期数", "type": "number", "unit": "期", "default": "1" },
                { "code": "hours", "name": "课时", "type": "number", "unit": "课时", "decimals": 1 },
                { "code": "money", "name": "经费", "type": "money", "unit": "万元", "hedge": true },
                { "code": "category", "name": "类别", "type": "choice", "options": [{ "code": "skills", "name": "技能" }, { "code": "law", "name": "法律" }] },
                { "code": "means", "name": "方式", "type": "choices", "options": [{ "code": "talk", "name": "讲课" }, { "code": "film", "name": "电影" }] },
                { "code": "teacher", "name": "讲师", "type": "person", "personal": true, "minor": false },
                { "code": "teacherId", "name": "讲师身份证号", "type": "idNumber", "of": "teacher", "personal": true },
                { "code": "teacherPhone", "name": "讲师电话", "type": "phone", "of": "teacher", "personal": true },
                { "code": "host", "name": "承办", "type": "organisation" },
                { "code": "checked", "name": "已回访", "type": "flag" },
                { "code": "photos", "name": "照片", "type": "file" },
                { "code": "visited", "name": "回访日期", "type": "date" },
                { "code": "place", "name": "地点", "type": "text" },
                { "code": "notes", "name": "备注", "type": "longText" }
              ],
              "checks": [
                { "test": "women <= people", "message": "其中妇女不能多于人次。", "level": "error", "field": "women" },
                { "test": "people <= 500", "message": "超过500人次，请核对。", "level": "warning" }
              ],
              "posts": [
                { "measure": "sample.people", "value": "people", "when": "filled(people)", "breakdown": "category" },
                { "measure": "sample.money", "value": "money" },
                { "measure": "sample.hours", "value": "hours * sessions", "when": "not checked" },
                { "measure": "sample.people", "value": "women - 1", "when": "category = 'law'", "breakdown": "'law'" },
                { "measure": "sample.teachers", "value": "1", "person": "teacher" }
              ],
              "sentences": [
                { "text": "{day}[在{place}]举办{topic}讲座，{people}参加，支出{money}。" },
                { "text": "用了{means}。", "when": "filled(means)" }
              ] },
            { "code": "venue", "name": "阵地", "group": "样例", "kind": "register", "title": "{name}", "entry": ["day", "name"], "visitEveryMonths": 3,
              "fields": [
                { "code": "day", "name": "建成日期", "type": "date", "required": true },
                { "code": "until", "name": "停用日期", "type": "date" },
                { "code": "lastVisit", "name": "最近走访", "type": "date" },
                { "code": "name", "name": "名称", "type": "text", "required": true },
                { "code": "rooms", "name": "间数", "type": "number", "unit": "间", "hedge": true, "required": true, "default": "1" }
              ],
              "posts": [{ "measure": "sample.venues", "value": "rooms" }] }
          ]
        }
        """;

    private static readonly Lazy<PackReading> Sample = new(() => PackReader.Read([new PackFile("sample.json", Everything)]));

    /// <summary>The event type of <see cref="Everything"/>.</summary>
    public static RecordType Course => Sample.Value.Packs.GetType("course");

    /// <summary>The register type of <see cref="Everything"/>.</summary>
    public static RecordType Venue => Sample.Value.Packs.GetType("venue");

    /// <summary>Reads texts into values and expects no problem.</summary>
    public static RecordValues Values(RecordType type, params (string Code, string Text)[] texts)
    {
        var reading = RecordInput.Read(type, texts.ToDictionary(pair => pair.Code, pair => pair.Text, StringComparer.Ordinal), 2024);
        Assert.Empty(reading.Problems);
        return reading.Values;
    }

    /// <summary>A course with all that is asked for, and more.</summary>
    public static RecordValues FullCourse() => Values(
        Course,
        ("day", "2024-05-04"),
        ("topic", "种植"),
        ("people", "50余"),
        ("place", "村委会"),
        ("money", "1.2万元"),
        ("category", "技能"),
        ("means", "讲课、电影"));
}

namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>Whether a visitor came.</summary>
public enum Attendance
{
    /// <summary>已约.</summary>
    Awaited = 1,

    /// <summary>到访.</summary>
    Came,

    /// <summary>未到.</summary>
    Absent,
}

/// <summary>
/// A place that is taken on a reception day: for a case, or for somebody of whom there is none yet. Her words stand here until
/// they become a case. Read only through <see cref="ReceptionAccess"/>.
/// </summary>
public sealed class ReceptionBooking
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The day.</summary>
    public Guid DayId { get; set; }

    /// <summary>Her place on the day, from 1; given once, gaps stay.</summary>
    public int Sequence { get; set; }

    /// <summary>Her case, or null while there is none.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The key that her case will have, once somebody began to register it; else null.</summary>
    public Guid? IntakeKey { get; set; }

    /// <summary>Name, sealed; null where there is a case.</summary>
    public string? Name { get; set; }

    /// <summary>Telephone, sealed; null where none was given or there is a case.</summary>
    public string? Phone { get; set; }

    /// <summary>What it is about, in short, sealed; null where there is a case.</summary>
    public string? Matter { get; set; }

    /// <summary>Who booked it.</summary>
    public Guid BookedBy { get; set; }

    /// <summary>Her name then.</summary>
    public required string BookedByName { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime BookedAt { get; set; }

    /// <summary>Whether she came.</summary>
    public Attendance Attendance { get; set; }

    /// <summary>What the leader said, sealed; null where nothing is written, or it stands in the course of the case.</summary>
    public string? Said { get; set; }

    /// <summary>When the leader's words were written last (UTC), here or in the course of the case; or null.</summary>
    public DateTime? SaidAt { get; set; }

    /// <summary>When it was withdrawn (UTC), or null.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Why, sealed; null where it stands.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }
}

/// <summary>Attendance in the users' words.</summary>
public static class AttendanceNames
{
    /// <summary>已约, 到访, 未到.</summary>
    public static string Name(this Attendance attendance) => attendance switch
    {
        Attendance.Awaited => "已约",
        Attendance.Came => "到访",
        Attendance.Absent => "未到",
        _ => throw new ArgumentOutOfRangeException(nameof(attendance)),
    };
}

namespace TicketExport.Redaction;

/// <summary>What a rule protects.</summary>
public enum RedactionKind
{
    /// <summary>Not set.</summary>
    Unknown = 0,

    /// <summary>A key, token or password.</summary>
    Credential = 1,

    /// <summary>Where a private artefact lies: a folder of a person, a share, a bucket.</summary>
    PrivatePath = 2,

    /// <summary>Data about a person. Rules of this kind are off until the host turns them on.</summary>
    PersonalData = 3,

    /// <summary>What the host says must not leave; see <see cref="RedactionOptions.HostRules"/>.</summary>
    Host = 4,
}

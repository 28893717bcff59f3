namespace TicketExport.Ledger;

/// <summary>What a durable ledger does about its schema when it is first used.</summary>
public enum SchemaMode
{
    /// <summary>Not set; refused by validation.</summary>
    Unknown = 0,

    /// <summary>Creates the storage and the schema where that is possible, and applies what is missing: the default.</summary>
    Provision = 1,

    /// <summary>Changes nothing and refuses to work unless the schema is the current one.</summary>
    Validate = 2,

    /// <summary>Neither changes nor checks anything.</summary>
    Ignore = 3,
}

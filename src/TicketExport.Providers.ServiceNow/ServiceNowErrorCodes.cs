namespace TicketExport.Providers.ServiceNow;

/// <summary>The provider's own codes; ServiceNow has none. They stand in <see cref="ExportFailure.ProviderErrorCode"/>.</summary>
public static class ServiceNowErrorCodes
{
    /// <summary>The instance answered with the page of an instance that sleeps.</summary>
    public const string InstanceAsleep = "servicenow_instance_asleep";

    /// <summary>The instance has no table of that name.</summary>
    public const string TableUnknown = "servicenow_table_unknown";

    /// <summary>The table has no field <c>correlation_id</c>, or the credentials may not read or write it.</summary>
    public const string CorrelationUnreadable = "servicenow_correlation_unreadable";

    /// <summary>The instance counts records that it does not show to the credentials.</summary>
    public const string RecordsHidden = "servicenow_records_hidden";

    /// <summary>A data policy demands fields that have no value.</summary>
    public const string DataPolicy = "servicenow_data_policy";

    /// <summary>A business rule of the instance stopped the request.</summary>
    public const string BusinessRule = "servicenow_business_rule";

    /// <summary>The instance stopped the request because it took too long.</summary>
    public const string TransactionCancelled = "servicenow_transaction_cancelled";

    /// <summary>A unique index of the instance refused a second record with the same value.</summary>
    public const string UniqueKey = "servicenow_unique_key";

    /// <summary>The instance kept the ticket's state.</summary>
    public const string StateRefused = "servicenow_state_refused";
}

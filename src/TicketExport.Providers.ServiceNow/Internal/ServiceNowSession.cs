using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>What the requests of one call share.</summary>
internal sealed class ServiceNowSession(ServiceNowTargetSettings settings, TimeProvider time)
{
    public ServiceNowTargetSettings Settings => settings;

    public TicketHttpOutcomes Outcomes { get; } = ServiceNowErrorMap.OutcomesFor(settings.Words, time, ServiceNowDefaults.FieldSettingPrefix);

    public TicketHttpOutcomes Closing { get; } = ServiceNowErrorMap.OutcomesFor(settings.Words, time, ServiceNowDefaults.CloseFieldSettingPrefix);

    /// <summary>A place that is not there is the instance's address, where no table of the target's is asked for.</summary>
    public TicketHttpOutcomes Elsewhere { get; } =
        ServiceNowErrorMap.OutcomesFor(settings.Words with { PlaceSetting = TicketHttpWords.AddressSetting }, time, ServiceNowDefaults.FieldSettingPrefix);
}

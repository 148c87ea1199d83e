namespace CaseFlow.Engine.Clocks;

/// <summary>Opening hours, holidays and make-up working days of an office.</summary>
public sealed partial record WorkingCalendar;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>How far an import has come. Every row read is in one of the other three once it is finished.</summary>
/// <param name="Started">Cases started.</param>
/// <param name="Existing">Rows that an earlier import brought already.</param>
/// <param name="Refused">Rows that can't become a case.</param>
public sealed record ImportCounts(long Read, long Started, long Existing, long Refused);

/// <summary>What an import takes besides its file and map.</summary>
/// <param name="Refused">Gets the refused rows: line, reason, then the row's own cells under the file's header, ready to be mended and imported again.</param>
/// <param name="Degree">Rows worked on at once; their commits are put into shared transactions.</param>
public sealed record ImportOptions(TextWriter? Refused = null, IProgress<ImportCounts>? Progress = null, int Degree = 32);

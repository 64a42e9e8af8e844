using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>The first call from box to box in a session, which what carries calls is started for: most checks make none.</summary>
/// <param name="Request">Becomes readable when there is a call.</param>
/// <param name="Carry">Sees to it that this and later ones are carried.</param>
internal sealed record FirstCall(SafeFileHandle Request, Action Carry);

// File modes and signals: the program is made for Linux, and so are these tests.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

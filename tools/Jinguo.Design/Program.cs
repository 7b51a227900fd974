// The contexts are made by DesignTimeContexts; running this program does nothing.
Console.Error.WriteLine("Use tools/migrations.");
return 2;

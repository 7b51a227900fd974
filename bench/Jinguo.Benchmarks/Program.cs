using Jinguo.Benchmarks.Harness;

return await BenchCommand.RunAsync(args);

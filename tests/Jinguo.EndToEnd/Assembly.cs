// Browser, server and the processes of the product share two cores: side by side they only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

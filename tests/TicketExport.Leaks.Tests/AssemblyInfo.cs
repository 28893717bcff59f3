// The watch listens to the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

/* A worker that never becomes ready: what a half-installed program looks like to the pool. */
process.exit(3);

/**
 * Loaded into every child of the launcher before its program: when the launcher is gone, even by `kill -9`, the
 * child is told to end, and ends itself when it has not after a while.
 */
const PATIENCE_MS = 8000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// The channel must not keep a program alive that has done its work.
process.channel?.unref();

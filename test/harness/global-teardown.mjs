export default async function tearDown() {
  const running = globalThis.__POSTGRES__;
  if (!running) return;
  await running.postgres.stop();
  await running.remove();
}

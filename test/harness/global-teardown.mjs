export default async function tearDown() {
  const running = globalThis.__POSTGRES__;
  globalThis.__POSTGRES__ = undefined;
  if (running) await (await running).stop();
}

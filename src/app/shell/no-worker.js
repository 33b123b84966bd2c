// Stands in for worker.js while developing: it takes away what a build served earlier at this address has kept.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const own = (await caches.keys()).filter((name) => name.startsWith(`r2p-notes ${registration.scope} `));
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
}

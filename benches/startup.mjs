// How soon a reader sees the five notes, beside the least that a Yew page is, from one server in one run: on this machine,
// and on a slow line (4 times slower CPU, 1.6 Mbit/s, 150 ms). Cold caches; medians. `make startup` calls it:
//   node benches/startup.mjs DIST BARE
// Three figures a page: the first words drawn, the words of the notes readable, the page answering to its reader.
import { createRequire } from "node:module";
import { cpus } from "node:os";

import { serve } from "../scripts/serve.mjs";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const ROUNDS = 9;
const LINES = {
  "this machine": null,
  "slow line": { cpu: 4, network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 } },
};
/** What is there once a page can be read, and once it answers. */
const PAGES = {
  ours: { readable: "#view td a.cite", answers: 'html[data-page="open"]' },
  "bare Yew": { readable: "h1", answers: "h1" },
};

const [dist, bare] = process.argv.slice(2);
const servers = { ours: await serve(dist), "bare Yew": await serve(bare) };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
// Compressed once, before anything is timed.
for (const name of Object.keys(PAGES)) await visit(name, null);
for (const [line, limits] of Object.entries(LINES)) {
  const times = { ours: [], "bare Yew": [] };
  // In turns, so that whatever else the machine does meets both.
  for (let round = 0; round < ROUNDS; round += 1) for (const name of Object.keys(PAGES)) times[name].push(await visit(name, limits));
  console.log(`\n${line}, ms       first words   readable    answers`);
  const medians = {};
  for (const [name, rounds] of Object.entries(times)) {
    medians[name] = ["drawn", "readable", "answers"].map((what) => median(rounds.map((round) => round[what])));
    console.log(`${name.padEnd(20)} ${medians[name].map((ms) => ms.toFixed(0).padStart(10)).join(" ")}`);
  }
  const ratios = medians.ours.map((ms, at) => (ms / medians["bare Yew"][at]).toFixed(2).padStart(10));
  console.log(`${"ratio".padEnd(20)} ${ratios.join(" ")}`);
}
console.log(`\n${cpus()[0].model}, ${cpus().length} cores, Chromium ${browser.version()}, medians of ${ROUNDS}`);
await browser.close();
for (const server of Object.values(servers)) await server.close();

async function visit(name, limits) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (limits) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: limits.cpu });
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", limits.network);
  }
  await page.addInitScript((selectors) => {
    window.seen = {};
    const look = () => {
      for (const [what, selector] of Object.entries(selectors)) {
        if (!(what in window.seen) && document.querySelector(selector)?.checkVisibility()) window.seen[what] = performance.now();
      }
      if (Object.keys(window.seen).length < 2) requestAnimationFrame(look);
    };
    look();
  }, PAGES[name]);
  await page.goto(servers[name].address);
  await page.waitForFunction(() => Object.keys(window.seen).length === 2 && performance.getEntriesByName("first-contentful-paint").length > 0);
  const times = await page.evaluate(() => ({ ...window.seen, drawn: performance.getEntriesByName("first-contentful-paint")[0].startTime }));
  await context.close();
  return times;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

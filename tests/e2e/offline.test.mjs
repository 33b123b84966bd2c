// After the first visit the page opens without a network, and a new build replaces the old one whole.
import assert from "node:assert/strict";
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { complete } from "../../scripts/complete.mjs";
import { serve } from "../../scripts/serve.mjs";
import { chromiumAlone, ready, setUp, YEARS } from "./harness.mjs";
import { follow, marked, soon, turnTo, years } from "./reader.mjs";

const world = setUp();

/** A host of its own with a copy of dist/, so that it can go away or get another build. */
async function host(t, base) {
  const folder = await mkFolder("build");
  await cp("dist", folder, { recursive: true });
  let server = await serve(folder, { base });
  const port = Number(new URL(server.address).port);
  const off = async () => (await server?.close(), (server = null));
  t.after(off);
  return { folder, address: server.address, off, on: async () => (server = await serve(folder, { base, port })) };
}

let made = 0;
const mkFolder = async (name) => join(world.folder, `${name}-${(made += 1)}`);

/** Loads the page anew, and waits until it is up. */
async function reload(page) {
  await page.reload();
  await ready(page);
}

/** The page of `host` in a profile of its own, its worker ready. */
async function visit(t, host) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  t.after(() => context.close());
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  t.after(() => assert.deepEqual(wrong, []));
  await page.goto(host.address);
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return page;
}

/** Puts a build there that says its number: another script that starts it under another name, another index.html. */
async function newBuild(folder, number = 2) {
  const old = (await readdir(folder)).find((name) => name.startsWith("boot-"));
  const fresh = `boot-${number}.js`;
  const says = `document.head.append(Object.assign(document.createElement("meta"), { name: "build", content: "${number}" }));`;
  await writeFile(join(folder, old), `${await readFile(join(folder, old), "utf8")}\n${says}\n`);
  await rename(join(folder, old), join(folder, fresh));
  const html = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), html.replace(/(data-boot="[^"]*)boot-[^"]*"/, `$1${fresh}"`));
  await complete(folder);
  return join(folder, fresh);
}

const build = (page) => page.evaluate(() => [...document.querySelectorAll("meta[name=build]")].at(-1)?.content ?? "1");
const caches = (page) =>
  page.evaluate(async () => Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url))));
/** The worker has looked for a new build, and has taken it up or given it up. */
const looked = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    for (let tries = 0; registration.installing && tries < 100; tries += 1) await new Promise((done) => setTimeout(done, 100));
  });
const notice = (page) => page.getByRole("button", { name: "Reload to use it" });

for (const base of ["/", "/un/notes/"]) {
  test(`at ${base} the page opens, reads and shows sources with the network gone`, async (t) => {
    const there = await host(t, base);
    const page = await visit(t, there);
    await there.off();
    await assert.rejects(fetch(there.address), "the network is still there");

    await reload(page);
    await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS));
    const other = await page.context().newPage();
    await other.goto(`${there.address}#/programme`);
    await follow(other, "Jean Ping");
    assert.match(await marked(other), /Jean Ping/);
    await turnTo(other, "Language");
    // Styled, too: a page without its style sheets has serifs in its tabs.
    assert.equal(await other.evaluate(() => getComputedStyle(document.querySelector("[role=tablist]")).display), "flex");
  });

  test(`at ${base} only the page's own files are kept, each of them`, async (t) => {
    const there = await host(t, base);
    const page = await visit(t, there);
    const kept = (await caches(page)).flat().sort();
    const files = (await readdir(there.folder)).filter((name) => name !== "worker.js").map((name) => there.address + name.replace("index.html", ""));
    assert.deepEqual(kept, files.sort());
  });
}

test("the first visit says once that the page opens without a network, and Help says it always", async (t) => {
  const there = await host(t, "/");
  const page = await visit(t, there);
  const said = page.getByRole("status").getByText("From now on this page opens without a network, too.");
  await said.waitFor();
  // It covers nothing for long: it goes when told to, or when the reader turns elsewhere.
  await turnTo(page, "Themes");
  await said.waitFor({ state: "detached" });
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Help" }).getByText(/this page is kept in this browser and opens without a network/).waitFor();
  await reload(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 500))));
  assert.equal(await said.count(), 0, "said again");
});

test("where nothing can be kept, Help says that the page needs the network", async (t) => {
  const page = await world.open(t, "", { serviceWorkers: "block" });
  world.forgive(page, /Service Worker registration blocked/);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Help" }).getByText(/^Offline: (not yet|this browser does not keep)/).waitFor();
  assert.equal(await page.getByText("From now on this page opens").count(), 0);
});

test("a new build says that it is there, and is there whole when asked for", async (t) => {
  const there = await host(t, "/");
  const page = await visit(t, there);
  await reload(page);
  assert.equal(await build(page), "1");
  await newBuild(there.folder);
  await looked(page);
  await notice(page).waitFor();
  assert.equal(await build(page), "1", "the open page goes on with its own build");
  await turnTo(page, "Programme");
  await notice(page).click();
  await page.waitForFunction(() => document.querySelector("meta[name=build]")?.content === "2");
  await ready(page);
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), YEARS));
  assert.equal(await notice(page).count(), 0);
  // And it is this build that opens without the network.
  await there.off();
  await reload(page);
  assert.equal(await build(page), "2");
});

test("a third build leaves nothing of the first", async (t) => {
  const there = await host(t, "/");
  const page = await visit(t, there);
  await reload(page);
  const first = (await caches(page)).flat().find((url) => url.includes("/boot-"));
  for (const number of [2, 3]) {
    await newBuild(there.folder, number);
    await looked(page);
    await notice(page).waitFor();
    await reload(page);
    assert.equal(await page.locator(`script[data-boot$="boot-${number}.js"]`).count(), 1, `build ${number} is not there`);
  }
  assert.equal(await build(page), "3");
  const kept = (await caches(page)).flat().filter((url) => url.includes("/boot-"));
  assert.deepEqual(kept.map((url) => url.replace(/.*\//, "")).sort(), ["boot-2.js", "boot-3.js"]);
  assert.ok(first && !kept.includes(first));
});

test("half a deployment changes nothing", async (t) => {
  const there = await host(t, "/");
  const page = await visit(t, there);
  await reload(page);
  const script = await newBuild(there.folder);
  const whole = await readFile(script);
  // The list has come, one of its files is still on its way.
  await writeFile(script, "not yet");
  await looked(page);
  await reload(page);
  assert.deepEqual(await years(page, { chosen: true }), YEARS);
  assert.equal(await build(page), "1");
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("[role=tablist]")).display), "flex");
  assert.equal((await caches(page)).length, 1, "half a build was taken up");
  assert.equal(await notice(page).count(), 0);
  // Once it is whole, it is taken up.
  await writeFile(script, whole);
  await looked(page);
  await notice(page).waitFor();
});

test("the page can be installed: its manifest, its icons, their sizes", { skip: chromiumAlone }, async (t) => {
  const page = await world.open(t);
  const session = await page.context().newCDPSession(page);
  const { errors, manifest } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.ok(manifest);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A profile for tests is a private window, which installs nothing; no other reason is there.
  assert.deepEqual(installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito"), []);
  const icons = await page.evaluate(async () => {
    const { icons } = await (await fetch(document.querySelector("link[rel=manifest]").href)).json();
    const drawn = async ({ src, sizes }) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return [sizes, `${image.naturalWidth}x${image.naturalHeight}`];
    };
    return Promise.all(icons.filter((icon) => icon.sizes !== "any").map(drawn));
  });
  assert.equal(icons.length, 3);
  for (const [said, drawn] of icons) assert.equal(drawn, said);
});

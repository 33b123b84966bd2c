// One Chromium and one server for a file of tests, and what every test watches for.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";

import { serve } from "../../scripts/serve.mjs";

// playwright-core stands in the cache folder and is found by NODE_PATH, which only `require` heeds.
const { chromium } = createRequire(import.meta.url)("playwright-core");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const YEARS = ["2013", "2014", "2015", "2016", "2017"];

/** A browser of its own; CHROMIUM is its path. */
export function launch() {
  const executablePath = process.env.CHROMIUM;
  assert.ok(executablePath, "CHROMIUM is not set; run the tests by `make test` or scripts/e2e.sh");
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Sets up a browser, the server and a folder for files, and takes them down. `open` gives a page in a profile of its own,
 * ready for a reader, and fails the test at its end for any error on the console or any request to another host.
 */
export function setUp({ base = "/" } = {}) {
  const world = {};
  const watched = new Map();
  before(async () => {
    world.server = await serve("dist", { base });
    world.browser = await launch();
    world.folder = await mkdtemp(join(tmpdir(), "r2p-notes-"));
  });
  after(async () => {
    await world.browser?.close();
    await world.server?.close();
    if (world.folder) await rm(world.folder, { recursive: true });
  });

  world.open = async (t, route = "", options = {}) => {
    const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    // A page that has not answered by then never will; the first visit compiles the wasm on a busy machine.
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const wrong = watch(page, world.server.address);
    watched.set(page, wrong);
    t.after(async () => {
      await context.close();
      assert.deepEqual(wrong, []);
    });
    await page.goto(world.server.address + route);
    await ready(page).catch(() => assert.fail(`the page did not come up; ${wrong.join("; ") || "without a word"}`));
    return page;
  };
  /** Takes back what was noted against a page and is wanted there. */
  world.forgive = (page, wanted) => {
    const wrong = watched.get(page);
    wrong.splice(0, wrong.length, ...wrong.filter((line) => !wanted.test(line)));
  };
  /** Writes a file and gives its path. */
  world.file = async (name, content) => {
    const path = join(world.folder, name);
    await writeFile(path, content);
    return path;
  };
  return world;
}

/** The page itself is there, not only the view that the build drew. */
export const ready = (page) => page.locator('html[data-page="open"]').waitFor();

/** Collects errors, warnings of the console among them, and requests to another host. */
function watch(page, address) {
  const wrong = [];
  const own = new URL(address).origin;
  page.on("console", (message) => {
    // Of a test that wants none.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) wrong.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== own) wrong.push(`request to ${url.href}`);
  });
  return wrong;
}

/** Drags files from outside over the window and drops them, by the browser's own drag events. */
export async function drop(page, files, { x = 640, y = 500 } = {}) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await session.detach();
}

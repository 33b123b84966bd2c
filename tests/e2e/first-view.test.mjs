// What the build drew stands there before the page itself does, and what a reader does meanwhile is not lost.
import assert from "node:assert/strict";
import { test } from "node:test";

import { chromiumAlone, ready, setUp, YEARS } from "./harness.mjs";
import { drawer, soon, view, years } from "./reader.mjs";

const world = setUp();

/** A page whose wasm comes when `arrive` is called. */
async function waiting(t, route = "", options = {}) {
  const context = await world.browser.newContext({ serviceWorkers: "block", ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  let arrive;
  const arrived = new Promise((done) => (arrive = done));
  await page.route(/app-.*\.wasm/, async (route) => (await arrived, route.continue()));
  await page.goto(world.server.address + route, { waitUntil: "commit" });
  return { page, arrive };
}

test("the five notes can be read before any wasm has come, and are the same after", async (t) => {
  const { page, arrive } = await waiting(t);
  await page.getByRole("tablist").waitFor();
  const before = await view(page);
  await soon(async () => assert.deepEqual(await years(page), YEARS));
  assert.match(before, /A vital and enduring commitment/);
  assert.equal(await page.locator("html").getAttribute("data-page"), "drawn");
  const html = await page.locator("#view").innerHTML();
  arrive();
  await ready(page);
  assert.equal(await view(page), before);
  assert.equal(await page.locator("#view").innerHTML(), html);
});

test("what is typed, chosen and followed meanwhile is done once the page is there", async (t) => {
  const { page, arrive } = await waiting(t);
  await page.getByRole("button", { name: "2014", exact: true }).click();
  await page.getByRole("searchbox").pressSequentially("accountability");
  arrive();
  await ready(page);
  await page.getByRole("button", { name: "2014", exact: true, pressed: false }).waitFor();
  await soon(async () => assert.equal(await page.getByRole("searchbox").inputValue(), "accountability"));
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "search"));
  await soon(async () => assert.match(await page.evaluate(() => location.hash), /^#\/search\?.*accountability/));
});

test("a source followed meanwhile is open once the page is there", async (t) => {
  const { page, arrive } = await waiting(t);
  await page.getByRole("row", { name: /^Minutes/ }).getByRole("link", { name: "4", exact: true }).click();
  arrive();
  await drawer(page).waitFor();
  await soon(async () => assert.match(await drawer(page).innerText(), /four minutes/));
});

test("a link to another view does not show Overview first", async (t) => {
  const { page, arrive } = await waiting(t, "#/programme");
  await page.getByText("Opening the notes").waitFor();
  assert.equal(await page.getByRole("heading", { name: "Overview" }).count(), 0);
  arrive();
  await page.getByRole("heading", { level: 1, name: "Programme" }).waitFor();
});

test("the theme chosen is there from the first", async (t) => {
  const page = await world.open(t, "", { serviceWorkers: "block" });
  await page.getByRole("combobox", { name: "Light or dark" }).selectOption("dark");
  await page.route(/app-.*\.wasm/, () => {});
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("tablist").waitFor();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});

test("without scripts, the five notes can still be read", { skip: chromiumAlone }, async (t) => {
  const { page } = await waiting(t, "", { javaScriptEnabled: false });
  await page.getByText("A vital and enduring commitment").first().waitFor();
  await soon(async () => assert.match(await page.locator("body").innerText(), /needs JavaScript and WebAssembly/));
});

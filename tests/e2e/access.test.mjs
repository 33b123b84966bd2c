// axe-core on every view and on what opens over it, light and dark: no violation of WCAG 2.2 AA, nor of its best practices.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { chromiumAlone, setUp } from "./harness.mjs";
import { addNotes, drawer, follow } from "./reader.mjs";

const world = setUp();
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core objects to, a line a rule. */
async function violations(page) {
  // Evaluated by the debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => {
      const [first] = nodes;
      return `${id}, ${nodes.length} times, first ${first.target.join(" ")}: ${first.failureSummary.replace(/\s+/g, " ")}`;
    });
  });
}

const ROUTES = [
  "overview", "themes", "themes?term=prevention", "pillars", "programme", "language", "language?as=inline", "language?as=lineage", "people", "reports",
  "queries", "text/2014", "text/2014?as=given", "search?term=atrocity", "search", "overview?years=", "overview?years=2013.2031", "text/nowhere",
];
for (const colorScheme of ["light", "dark"]) {
  const skip = colorScheme === "dark" && chromiumAlone;
  test(`every view, ${colorScheme}`, { skip }, async (t) => {
    const page = await world.open(t, "", { colorScheme });
    const wrong = [];
    for (const route of ROUTES) {
      await page.evaluate((route) => (location.hash = `/${route}`), route);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      wrong.push(...(await violations(page)).map((line) => `${route}: ${line}`));
    }
    assert.deepEqual(wrong, []);
  });

  test(`what opens over a view, ${colorScheme}`, { skip }, async (t) => {
    const page = await world.open(t, "#/programme", { colorScheme });
    const wrong = [];
    const look = async (what) => wrong.push(...(await violations(page)).map((line) => `${what}: ${line}`));
    await follow(page, "Jean Ping");
    await drawer(page).waitFor();
    await look("drawer");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menu").waitFor();
    await look("menu");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Help" }).waitFor();
    await look("help");
    await page.keyboard.press("Escape");
    const panel = await addNotes(page);
    await panel.getByText("Paste a text").click();
    await panel.getByLabel("The text of a note").fill("Once upon a time");
    await panel.getByRole("button", { name: "Read this text" }).click();
    await panel.getByText(/not an information note/).waitFor();
    await panel.getByRole("button", { name: "Hide 2013" }).click();
    await panel.getByRole("button", { name: "Undo" }).waitFor();
    await look("adding");
    assert.deepEqual(wrong, []);
  });
}

test("axe-core sees what is wrong", async (t) => {
  const page = await world.open(t);
  await page.evaluate(() => document.querySelector("main").append(document.createElement("button")));
  assert.match((await violations(page)).join("\n"), /button-name/);
});

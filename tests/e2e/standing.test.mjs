// What a reader follows stays in sight: beside the drawer, clear of it, and in the concordance that opens above.
import assert from "node:assert/strict";
import { test } from "node:test";

import { onceIsEnough, setUp } from "./harness.mjs";
import { drawer, soon, turnTo } from "./reader.mjs";

const world = setUp();

/** The page without its worker: the word that it is kept comes at any time, and Firefox's driver scrolls what it clicks clear of it. */
const open = (t, route, options) => world.open(t, route, { serviceWorkers: "block", ...options });

/** How far a link stands below the window's upper edge. */
const top = (link) => link.evaluate((link) => link.getBoundingClientRect().top);
/** Whether a link, and nothing over it, is seen where it begins. */
const seen = (link) => link.evaluate((link) => {
  const [line] = link.getClientRects();
  return link.contains(document.elementFromPoint(line.left + 2, line.top + line.height / 2));
});
const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What holds soon, and is so still when the page has been drawn again. */
async function settled(page, check) {
  await soon(check);
  await drawn(page);
  await check();
}

/** Brings a link to the middle of the window, as a reader who looks at it has it. */
async function lookAt(page, link) {
  await link.evaluate((link) => link.scrollIntoView({ block: "center" }));
  await drawn(page);
  return top(link);
}

/** The last value of a table, of those that a row of this name holds. */
const inRow = (page, name) => page.getByRole("row", { name }).last().getByRole("link").last();
const VALUES = { Overview: /^Contact for civil society/, People: /^Adama Dieng/, Programme: /Closing/ };

for (const [width, height] of [[1440, 900], [1920, 1000]]) {
  for (const [name, row] of Object.entries(VALUES)) {
    test(`a value of ${name} that is followed stays where it is, ${width} px wide`, async (t) => {
      const page = await open(t, "", { viewport: { width, height } });
      await turnTo(page, name);
      const link = inRow(page, row);
      const before = await lookAt(page, link);
      const stays = (when) => settled(page, async () => {
        const now = await top(link);
        assert.ok(Math.abs(now - before) <= 3, `from ${before} to ${now} px when the source is ${when}`);
      });
      await link.click();
      await drawer(page).waitFor();
      await stays("opened");
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "hidden" });
      await stays("closed");
      await link.click();
      await drawer(page).waitFor();
      await page.goBack();
      await drawer(page).waitFor({ state: "hidden" });
      await stays("gone back from");
    });
  }
}

for (const [width, height] of [[1024, 800], [768, 1024], [390, 844]]) {
  for (const name of ["Overview", "People"]) {
    test(`a value of ${name} that is followed is not covered by its source, ${width} px wide`, async (t) => {
      const page = await open(t, "", { viewport: { width, height } });
      await turnTo(page, name);
      const link = inRow(page, VALUES[name]);
      await lookAt(page, link);
      await link.click();
      await drawer(page).waitFor();
      await settled(page, async () => assert.ok(await seen(link), "the source lies over the words that were followed"));
    });
  }
}

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`a concordance comes into sight, and Close and Back lead to where the reader was, ${width} px wide`, async (t) => {
    const page = await open(t, "#/themes", { viewport: { width, height }, reducedMotion: width === 390 ? "reduce" : "no-preference" });
    const link = page.getByRole("table", { name: "Distinctive terms of 2017" }).getByRole("link").first();
    const concordance = page.getByRole("heading", { level: 2, name: /^“/ });
    const before = await lookAt(page, link);
    const opened = async () => {
      await concordance.waitFor();
      await settled(page, async () => {
        const at = await top(concordance);
        assert.ok(at >= 0 && at < 120, `its heading stands at ${at} px`);
        assert.ok(await concordance.evaluate((heading) => heading === document.activeElement), "the focus is elsewhere");
      });
    };
    const closed = async (how) => {
      await concordance.waitFor({ state: "detached" });
      await settled(page, async () => assert.ok(Math.abs((await top(link)) - before) <= 3, `${how} left the reader elsewhere`));
    };
    await link.click();
    await opened();
    const hash = new URL(page.url()).hash;
    await page.goBack();
    await closed("Back");
    await link.click();
    await opened();
    await page.getByRole("tabpanel").getByRole("link", { name: "Close" }).click();
    await closed("Close");
    await soon(async () => assert.ok(await link.evaluate((link) => link === document.activeElement), "the focus did not come back"));

    await page.goto("about:blank");
    await page.goto(world.server.address + hash);
    await opened();
  });
}

test("where a table is cut off, its last row in sight fades", { skip: onceIsEnough }, async (t) => {
  const page = await open(t, "#/people", { viewport: { width: 768, height: 1024 } });
  const persons = page.getByRole("region", { name: "Persons by year" });
  const sign = () => persons.evaluate((box) => {
    const { content, position, bottom, backgroundImage } = getComputedStyle(box, "::after");
    return box.scrollHeight > box.clientHeight && content !== "none" && position === "sticky" && bottom === "0px" && backgroundImage !== "none";
  });
  assert.ok(await sign(), "rows are cut off without a sign");
});

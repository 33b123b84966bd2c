// A place in a link is its offset and its words together: found again where the text differs, or said to be not found.
import assert from "node:assert/strict";
import { test } from "node:test";

import { drop, setUp, YEARS } from "./harness.mjs";
import { addNotes, drawer, folded, follow, marked, said, sixthNote, soon, turnTo, view, years } from "./reader.mjs";

const world = setUp();

/** The fragment that a reader of a note of 2018, made from 2014's, would send for its first panellist. */
async function linkInto2018(t) {
  const page = await world.open(t);
  await drop(page, [await world.file("eighteen.txt", await sixthNote())]);
  await said(page, "eighteen.txt");
  await page.keyboard.press("Escape");
  await page.evaluate(() => (location.hash = "/programme?years=2018"));
  await follow(page, "Surin Pitsuwan");
  assert.match(await marked(page), /Surin Pitsuwan/);
  return new URL(page.url()).hash;
}

/** A page in another profile, to which a note of 2018 was added that is `text`. */
async function readerWith(t, text) {
  const page = await world.open(t);
  await drop(page, [await world.file("eighteen.txt", text)]);
  await said(page, "eighteen.txt");
  await page.keyboard.press("Escape");
  return page;
}

test("every view, with all that was chosen, is the same for one who follows its link", async (t) => {
  for (const hash of [
    "#/overview?years=2014.2017", "#/themes?term=prevention&sort=left", "#/pillars?years=2013", "#/language?of=2014.2016&as=inline&section=purpose",
    "#/language?of=2013.2016&as=lineage&only=revised", "#/people?years=2015.2016.2017", "#/reports", "#/queries?years=2017", "#/text/2015?as=given&term=Council", "#/search?term=genocide",
  ]) {
    const page = await world.open(t, hash);
    const shown = { view: await view(page), years: await years(page, { chosen: true }), hash: new URL(page.url()).hash };
    assert.equal(shown.hash, hash, "the page wrote another link than it was given");
    const other = await world.open(t, shown.hash);
    await soon(async () => assert.deepEqual({ view: await view(other), years: await years(other, { chosen: true }), hash: new URL(other.url()).hash }, shown));
    await Promise.all([page.close(), other.close()]);
  }
});

test("words that stand elsewhere in another text are found again, and it is said", async (t) => {
  const hash = await linkInto2018(t);
  const page = await readerWith(t, `A line that was not there when the link was made.\n${await sixthNote()}`);
  await page.evaluate((hash) => (location.hash = hash), hash);
  assert.match(await marked(page), /Surin Pitsuwan/);
  await soon(async () => assert.match(await drawer(page).innerText(), /another than when this link was made/));
});

test("words that stand there no more are said to be not found", async (t) => {
  const hash = await linkInto2018(t);
  const page = await readerWith(t, (await sixthNote()).replaceAll("Surin", "Another"));
  await page.evaluate((hash) => (location.hash = hash), hash);
  const missing = page.getByRole("dialog").filter({ hasText: "Surin Pitsuwan" });
  await soon(async () => assert.match(folded(await missing.innerText()), /do not stand in this note/));
  assert.equal(await page.getByRole("dialog").locator("mark").count(), 0);
});

test("words that stand in several places are not said to stand nowhere", async (t) => {
  const hash = await linkInto2018(t);
  const quote = new URLSearchParams(hash.split("?")[1]).get("quote");
  const text = (await sixthNote()).replace(quote, "");
  const page = await readerWith(t, `${text}\n\nBefore it, ${quote}, behind it.\n\nElsewhere, ${quote}, once more.\n`);
  await page.evaluate((hash) => (location.hash = hash), hash);
  const missing = page.getByRole("dialog").filter({ hasText: "Surin Pitsuwan" });
  await soon(async () => assert.match(folded(await missing.innerText()), /stand in several places of this note/));
  assert.equal(await page.getByRole("dialog").locator("mark").count(), 0);
});

test("a link into a note that is not there says so", async (t) => {
  const hash = await linkInto2018(t);
  const page = await world.open(t, hash);
  await soon(async () => assert.match(await page.getByRole("dialog").innerText(), /No note called 2018/));
  await soon(async () => assert.match(await page.getByRole("main").innerText(), /This link names 2018/));
});

test("a link sent while a note of one’s own is shown names the years, and one who lacks it is told", async (t) => {
  const page = await world.open(t, "#/pillars");
  await drop(page, [await world.file("eighteen.txt", await sixthNote())]);
  await said(page, "eighteen.txt");
  await page.keyboard.press("Escape");
  const all = [...YEARS, "2018"];
  await page.waitForURL(`**/#/pillars?years=${all.join(".")}`);
  await turnTo(page, "People");
  const { hash } = new URL(page.url());
  assert.equal(hash, `#/people?years=${all.join(".")}`);

  const other = await world.open(t, hash);
  await soon(async () => assert.match(folded(await other.getByRole("main").innerText()), /This link names 2018; it is not among the notes here/));
  await soon(async () => assert.deepEqual(await years(other, { chosen: true }), YEARS));

  // Kept for the next visit, it is no stranger then, not even for a moment.
  await page.addInitScript(() => {
    const look = () => (window.missed ||= document.body?.innerText.includes("This link names"));
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
  });
  await page.reload();
  await page.getByRole("button", { name: "2018", exact: true }).waitFor();
  assert.equal(await page.evaluate(() => Boolean(window.missed)), false);
  await soon(async () => assert.deepEqual(await years(page, { chosen: true }), all));

  const panel = await addNotes(page);
  await panel.getByRole("button", { name: "Remove 2018" }).click();
  await page.waitForURL((url) => !url.hash.includes("2018"));
  await panel.getByRole("button", { name: "Hide 2013" }).click();
  await page.waitForURL((url) => url.hash === "#/people?years=2014.2015.2016.2017");
});

test("a link to a view that there is not says so, and shows the Overview", async (t) => {
  const page = await world.open(t, "#/nonsense");
  await page.getByText("There is no view called “nonsense”; this is the Overview.").waitFor();
  await soon(async () => assert.match(await view(page), /^Overview/));
  await page.evaluate(() => (location.hash = "/themes"));
  await page.getByText("There is no view").waitFor({ state: "detached" });
  await page.evaluate(() => (location.hash = "/humbug"));
  await page.getByText("There is no view called “humbug”").waitFor();
});

test("Back and Forward neither lose nor repeat a step", async (t) => {
  const page = await world.open(t);
  const steps = ["#/themes", "#/themes?term=prevention", "#/programme?years=2013.2014", "#/text/2016?as=given"];
  for (const step of steps) await page.evaluate((step) => (location.hash = step), step);
  const here = () => new URL(page.url()).hash;
  for (const step of steps.slice(0, -1).reverse()) {
    await page.goBack();
    assert.equal(here(), step);
  }
  for (const step of steps.slice(1)) {
    await page.goForward();
    assert.equal(here(), step);
  }
});

test("a search is one step back, however long was typed", async (t) => {
  const page = await world.open(t, "#/pillars");
  await page.getByRole("searchbox", { name: "Search the notes" }).pressSequentially("mass atrocity");
  await page.waitForURL(/term=mass\+atrocity/);
  await page.goBack();
  await page.getByRole("tab", { name: "Pillars", selected: true }).waitFor();
});

test("what is typed stays, to the last space, whatever else the page has to say", async (t) => {
  const page = await world.open(t, "#/pillars");
  const search = page.getByRole("searchbox", { name: "Search the notes" });
  await search.pressSequentially("mass ");
  // Anything that draws the masthead anew: here, that a newer build has taken over.
  await page.evaluate(() => dispatchEvent(new Event("newbuild")));
  await page.getByText("newer").first().waitFor();
  await search.pressSequentially("atrocity");
  assert.equal(await search.inputValue(), "mass atrocity");
  assert.match(page.url(), /term=mass\+atrocity/);
  // At the first letter, too, before the page has gone where the URL already is.
  await page.goto(`${world.server.address}#/themes`);
  await search.evaluate((field) => {
    field.value = "g";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector(".tools button.primary").click();
  });
  await page.keyboard.press("Escape");
  assert.equal(await search.inputValue(), "g");
});

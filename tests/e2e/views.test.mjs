// The views say what the notes say, and every value opens its words.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { drop, onceIsEnough, setUp, YEARS } from "./harness.mjs";
import { drawer, folded, follow, marked, said, sixthNote, soon, turnTo, view } from "./reader.mjs";

const world = setUp();

/** Facts of 2014 and 2016 that a reader of the PDFs would look for. */
const NAMED = {
  Themes: [
    "Fulfilling our collective responsibility: International assistance and the responsibility to protect",
    "Mobilizing Collective Action: The Next Decade of the Responsibility to Protect",
  ],
  Pillars: ["identifying challenges to the implementation of Pillar II", "three pillars of the framework for implementation"],
  Programme: ["Surin Pitsuwan", "Jean Ping", "Edward Luck", "Mogens Lykketoft", "10:35", "17:50"],
  Overview: ["8 September 2014", "Tuesday, 6 September 2016", "John W. Ashe", "1 September 2015, 13:00", "Trusteeship Council Chamber"],
  Language: ["From 2016 to 2017", "Peter Thomson", "Accountability for Prevention"],
  People: ["former Secretary-General of ASEAN", "Edward Luck", "Ivan Šimonović", "President of the General Assembly"],
  Reports: ["A/68/947", "A/70/999", "Fulfilling our collective responsibility: International assistance and the responsibility to protect"],
  Queries: ["6 September 2015, but elsewhere on 6 September 2016", "24 places mended in reading"],
};

for (const [name, facts] of Object.entries(NAMED)) {
  test(`${name} shows facts of 2014 and of 2016`, async (t) => {
    const page = await world.open(t);
    await turnTo(page, name);
    const said = (await view(page)).toLowerCase();
    for (const fact of facts) assert.ok(said.includes(fact.toLowerCase()), `${name} does not say "${fact}"`);
  });
}

test("a click on a theme marks its words in the note", async (t) => {
  const page = await world.open(t, "#/themes");
  await follow(page, /Fulfilling our collective responsibility/i);
  assert.equal(await marked(page), NAMED.Themes[0]);
  // In their surroundings: the lines before and after stand there too.
  await soon(async () => assert.match(folded(await drawer(page).innerText()), /Report of the Secretary-General on the responsibility to protect Fulfilling/i));
});

test("a lineage lists what is new alone, and says how much there is of each", async (t) => {
  const page = await world.open(t, "#/language?as=lineage");
  const which = page.getByRole("navigation", { name: "Which sentences" });
  const statuses = () => page.getByRole("tabpanel").getByRole("listitem").locator(".status").allInnerTexts();
  const all = await statuses();
  for (const fate of ["new", "revised", "carried", "dropped"]) {
    const link = which.getByRole("link", { name: new RegExp(`^\\d+ ${fate}$`) });
    const count = Number.parseInt(await link.innerText());
    assert.ok(count > 0 && count < all.length);
    assert.equal(all.filter((status) => status === fate).length, count);
    await link.click();
    await link.and(page.locator("[aria-current]")).waitFor();
    assert.deepEqual(await statuses(), Array(count).fill(fate));
  }
  await which.getByRole("link", { name: "All" }).click();
  await which.getByRole("link", { name: "All" }).and(page.locator("[aria-current]")).waitFor();
  assert.deepEqual(await statuses(), all);
});

test("a click on a panellist marks the name in the note", async (t) => {
  const page = await world.open(t, "#/programme");
  await follow(page, "Surin Pitsuwan");
  assert.match(await marked(page), /Surin Pitsuwan/);
  await soon(async () => assert.match(await drawer(page).innerText(), /2014/));
});

/** The places that a view before has opened: what the drawer shows depends on nothing else in the address. */
const seen = new Set();

for (const name of Object.keys(NAMED)) {
  test(`every value that ${name} shows opens its words`, { skip: onceIsEnough }, async (t) => {
    const page = await world.open(t, `#/${name.toLowerCase()}`);
    const panel = page.getByRole("tabpanel");
    await panel.getByRole("link").first().waitFor();
    const links = await panel.locator("a[href*='at=']").evaluateAll((all) => all.map((a) => [a.getAttribute("href"), a.textContent]));
    assert.ok(links.length >= (name === "Queries" ? 5 : 10), `${links.length} values open their words`);
    for (const [href, text] of links) {
      const place = href.slice(href.indexOf("?"));
      if (seen.has(place)) continue;
      seen.add(place);
      await page.evaluate((href) => (location.hash = href), href);
      const chosen = new URLSearchParams(place);
      const [note] = chosen.get("at").split(".");
      await drawer(page).getByRole("heading", { name: `${note.replace(/_(.+)/, " ($1)")}, in its own words` }).waitFor();
      const words = await marked(page);
      assert.ok(words.startsWith(folded(chosen.get("quote"))), `"${text}" opens "${words}"`);
    }
  });
}

test("a value that is queried says so, beside it and over its source", async (t) => {
  const page = await world.open(t);
  const why = "The deadline of 1 September 2015 is long before the event, on 6 September 2016.";
  const row = page.getByRole("row", { name: /^Deadline for the list of speakers/ });
  await soon(async () => assert.ok(folded(await row.innerText()).includes(why)));
  await row.getByRole("link", { name: "1 September 2015, 13:00" }).click();
  await drawer(page).getByText(why).waitFor();
});

test("a finding stands beside every value that it concerns", async (t) => {
  const page = await world.open(t);
  const dates = page.getByRole("row", { name: /^Date/ }).getByRole("cell");
  await soon(async () => assert.match(folded(await dates.nth(3).innerText()), /said to take place on 6 September 2015, but elsewhere on 6 September 2016/));
  // What Queries says of the event's day stands beside the day, year by year.
  for (const [at, year] of YEARS.entries()) {
    await page.goto(`${world.server.address}#/queries?years=${year}`);
    const said = await page.getByRole("tabpanel").getByRole("link", { name: /^The event is said to take place/ }).allInnerTexts();
    await page.goto(`${world.server.address}#/overview`);
    for (const finding of said) assert.ok(folded(await dates.nth(at).innerText()).includes(finding), `${year}: ${finding}`);
  }
});

test("one note alone has every row that five have, what it does not state said", async (t) => {
  const page = await world.open(t);
  const rows = () => page.getByRole("region", { name: "The facts of each year" }).getByRole("rowheader").allInnerTexts();
  const five = await rows();
  await page.goto(`${world.server.address}#/overview?years=2013`);
  await page.getByRole("columnheader", { name: "2017" }).waitFor({ state: "detached" });
  assert.deepEqual(await rows(), five);
  await soon(async () => assert.match(await view(page), /Priorities not stated/));
});

test("a note that names offices alone is said to name no person", async (t) => {
  const page = await world.open(t, "#/people?years=2015");
  await soon(async () => assert.match(await view(page), /2015 names no person, only offices\./));
  assert.equal(await page.getByRole("table", { name: "Persons" }).count(), 0);
});

test("a source says which paragraph of its section it stands in, as a reader counts them", async (t) => {
  const page = await world.open(t, "#/overview?years=2016");
  await page.getByRole("row", { name: /^Deadline/ }).getByRole("link").first().click();
  await drawer(page).getByText(/^Provisional programme, paragraph 2$/).waitFor();
});

test("a symbol leads to the document at the United Nations", async (t) => {
  const page = await world.open(t, "#/reports");
  const known = page.getByRole("tabpanel").getByRole("link", { name: "A/69/981–S/2015/500" });
  assert.equal(await known.getAttribute("href"), "https://undocs.org/A/69/981");
  await turnTo(page, "Overview");
  await follow(page, "A/69/981");
  const there = drawer(page).getByRole("link", { name: "A/69/981" });
  assert.equal(await there.getAttribute("href"), "https://undocs.org/A/69/981");
});

test("who moves from one role to another is told beside the programmes", async (t) => {
  const page = await world.open(t, "#/programme");
  const row = page.getByRole("region", { name: "Who moves" }).getByRole("row", { name: /Adama Dieng/ });
  await soon(async () => assert.match(folded(await row.innerText()), /Moderates.*On the panel/));
  await row.getByRole("link", { name: "On the panel" }).first().click();
  assert.match(await marked(page), /Adama Dieng/);
});

test("marks of layout are counted apart from what was mended", async (t) => {
  const page = await world.open(t, "#/queries");
  const quoted = (await sixthNote()).split("\n").map((line) => `> ${line}`);
  await drop(page, [await world.file("mail.txt", quoted.join("\n"))]);
  await said(page, "mail.txt");
  await page.keyboard.press("Escape");
  const counted = page.getByRole("group").filter({ hasText: `${quoted.length} marks of layout left out` });
  await counted.getByText("marks of layout left out").click();
  const rows = await counted.getByRole("row").allInnerTexts();
  assert.ok(rows.length > 100 && rows.slice(1).every((row) => row.includes("markup left out")));
  await soon(async () => assert.match(await view(page), /2018.* \d\d places mended in reading/));
});

test("a word diff says which note lacks the section", async (t) => {
  const page = await world.open(t, "#/language?of=2015.2017&as=inline&section=purpose");
  await page.getByText(/2015 has no section under such a heading/).waitFor();
  // Nothing was inserted that may have stood under another heading.
  assert.equal(await page.getByText(/words? kept|inserted/).count(), 0);
  for (const [of, says] of [["2015.2017", /several purposes/], ["2017.2015", /several purposes/]]) {
    await page.goto(page.url().replace(/of=[\d.]+/, `of=${of}`));
    await soon(async () => assert.match(await view(page), says));
    for (const role of ["insertion", "deletion"]) assert.equal(await page.getByRole("tabpanel").getByRole(role).count(), 0, role);
  }
  await page.goto(page.url().replace("2017.2015", "2015.2017"));
  await page.goto(page.url().replace("purpose", "background"));
  await page.getByText(/words kept/).waitFor();
  assert.equal(await page.getByText(/no section under such a heading/).count(), 0);
});

test("no word counts twice for the pillars: the bars, the table and the export say the same", async (t) => {
  const page = await world.open(t, "#/pillars");
  const figure = page.getByRole("figure", { name: /^Share of each note/ });
  const any = page.getByRole("region", { name: "Pillars in figures" }).getByRole("row", { name: /^Any pillar/ }).getByRole("cell");
  await any.first().waitFor();
  const ends = [];
  for (const [at, year] of YEARS.entries()) {
    const parts = figure.getByRole("link", { name: new RegExp(`^${year}: `) });
    const names = await parts.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const words = names.map((name) => Number(/: (\d+) words? in/.exec(name)[1]));
    assert.match(folded(await any.nth(at).innerText()), new RegExp(` ${words.reduce((one, other) => one + other, 0)} words in`), year);
    const boxes = await parts.locator("rect").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    ends.push([Number.parseFloat(await any.nth(at).innerText()), Math.max(...boxes)]);
  }
  const inOrder = (by) => YEARS.toSorted((one, other) => ends[YEARS.indexOf(one)][by] - ends[YEARS.indexOf(other)][by]);
  assert.deepEqual(inOrder(1), inOrder(0), "the bars are as long as the shares");
  await figure.getByRole("listitem").filter({ hasText: "several pillars at once" }).waitFor();
});

test("a block whose end the note does not state is told apart, where there is one", async (t) => {
  const page = await world.open(t, "#/programme?years=2013.2016");
  const figure = page.getByRole("figure", { name: "The days side by side" });
  const legend = figure.getByRole("listitem").filter({ hasText: /^end not stated/ });
  await legend.waitFor();
  const name = (one) => one.getAttribute("aria-label");
  const blocks = (year) => figure.getByRole("link", { name: new RegExp(`^${year}: `) });
  const open = (year) => blocks(year).evaluateAll((all) => all.map((one) => [/its end is not stated$/.test(one.getAttribute("aria-label")), getComputedStyle(one.querySelector("line")).strokeDasharray !== "none"]));
  assert.ok((await open(2016)).every(([said, broken]) => said && broken), await name(blocks(2016).first()));
  assert.ok((await open(2013)).every(([said, broken]) => !said && !broken), await name(blocks(2013).first()));
  await page.evaluate(() => (location.hash = "/programme?years=2013"));
  await blocks(2016).first().waitFor({ state: "detached" });
  assert.equal(await legend.count(), 0);
});

test("time of which nothing is stated is drawn as such", async (t) => {
  const page = await world.open(t, "#/programme?years=2013.2016");
  const figure = page.getByRole("figure", { name: "The days side by side" });
  await figure.getByRole("listitem").filter({ hasText: "of this time nothing is stated" }).waitFor();
  await figure.getByText("13:00 nothing stated").first().waitFor();
});

test("a sentence says what became of it in each year, those among them that do not have it", async (t) => {
  const page = await world.open(t, "#/language?as=lineage");
  const of = (status) => page.getByRole("tabpanel").getByRole("listitem").filter({ has: page.getByText(status, { exact: true }) });
  const said = async (status) => (await of(status).locator("p:first-child").allInnerTexts()).map((line) => folded(line).slice(status.length + 1));
  await of("carried").first().waitFor();
  const carried = await said("carried");
  for (const line of carried) {
    assert.match(line, /^(these words since \d{4}|first \d{4}(; (not in|again|reworded) \d{4}(, \d{4})*)+(; these words since \d{4})?)$/);
  }
  for (const line of await said("revised")) assert.match(line, /^first \d{4}(; (not in|again|reworded) \d{4}(, \d{4})*)*; reworded (\d{4}, )*2017$/);
  assert.ok(carried.some((line) => /^first 2013; not in 2014, 2015; /.test(line)), carried.join("\n"));
  assert.deepEqual(new Set(await said("new")), new Set([""]));
});

test("what is cited by the theme alone is said to be, and the Overview says what of the report is not stated", async (t) => {
  const page = await world.open(t, "#/reports");
  const row = page.getByRole("region", { name: /^Which note cites which report, as a table/ }).getByRole("row", { name: /^2014/ });
  await soon(async () => assert.match(folded(await row.innerText()), /by the theme its own/));
  await soon(async () => assert.match(await view(page), /2014 \(by the theme\)/));
  await turnTo(page, "Overview");
  for (const name of ["title", "symbol"]) {
    const cells = page.getByRole("row", { name: new RegExp(`^Report’s ${name}`) }).getByRole("cell");
    await soon(async () => assert.match(await cells.nth(1).innerText(), /not stated/));
  }
});

test("a picture's legend has what the picture has, and no more", async (t) => {
  const page = await world.open(t, "#/reports");
  const legend = page.getByRole("figure", { name: "Which note cites which report" }).getByRole("listitem");
  await legend.first().waitFor();
  assert.deepEqual(await legend.allInnerTexts(), ["its own report", "an earlier one"]);
  const other = (await readFile("notes/2013.txt", "utf8")).replaceAll("2013", "2019").replaceAll("A/63/677", "A/63/678");
  await drop(page, [await world.file("other.txt", other)]);
  await said(page, "other.txt");
  await page.keyboard.press("Escape");
  await legend.filter({ hasText: "cited otherwise than it is known" }).waitFor();
});

// The page opens: from the root of a host and from a sub-path, quietly, with the five years.
import assert from "node:assert/strict";
import { test } from "node:test";

import { setUp, YEARS } from "./harness.mjs";
import { years } from "./reader.mjs";

for (const base of ["/", "/un/notes/"]) {
  const world = setUp({ base });

  test(`at ${base} the page opens without an error, asks no other host, and shows the five years`, async (t) => {
    const page = await world.open(t);
    assert.deepEqual(await years(page, { chosen: true }), YEARS);
    await page.waitForLoadState("networkidle");
    assert.match(await page.title(), /R2P Notes/);
  });
}

const world = setUp();

test("the page itself forbids any request to another host", async (t) => {
  const page = await world.open(t, "", { bypassCSP: false });
  const refused = await page.evaluate(
    () =>
      new Promise((done) => {
        addEventListener("securitypolicyviolation", (event) => done(event.blockedURI));
        new Image().src = "https://example.org/pixel.png";
      }),
  );
  assert.equal(refused, "https://example.org/pixel.png");
  // What was tried and refused is noted against the page, and here it is wanted.
  world.forgive(page, /Content Security Policy|example.org/);
});

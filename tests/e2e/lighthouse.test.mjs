// Lighthouse on the built page: full marks for accessibility, best practices and search engines; speed is told, not judged,
// for it is the machine's as much as the page's.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

import { serve } from "../../scripts/serve.mjs";

const FULL = ["accessibility", "best-practices", "seo"];

test("Lighthouse", async (t) => {
  const server = await serve("dist", { base: "/un/notes/" });
  t.after(() => server.close());
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [process.env.LIGHTHOUSE, server.address, "--quiet", "--output=json", "--no-enable-error-reporting", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM }, maxBuffer: 64e6, timeout: 180_000 },
  );
  const { categories, audits } = JSON.parse(stdout);
  for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"]) {
    t.diagnostic(`${name}: ${audits[name].displayValue}`);
  }
  t.diagnostic(`performance ${Math.round(categories.performance.score * 100)}`);
  for (const name of FULL) {
    const short = categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
    assert.equal(categories[name].score, 1, `${name}: ${short.map(({ id }) => `${id}, ${audits[id].title}`).join("; ")}`);
  }
});

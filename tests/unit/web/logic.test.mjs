import { test } from "node:test";
import { CASES } from "./cases.mjs";

for (const [sentence, run] of Object.entries(CASES)) test(sentence, run);

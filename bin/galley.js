#!/usr/bin/env node
import { load } from "../src/load.js";

const { main } = await load("src/cli/main.ts");
await main(process.argv.slice(2));

process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/package-with-scripts`, "");

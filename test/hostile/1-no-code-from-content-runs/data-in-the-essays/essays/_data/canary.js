process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/data-in-the-essays`, "");
export default {};

process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/data-of-the-site`, "");
export default {};

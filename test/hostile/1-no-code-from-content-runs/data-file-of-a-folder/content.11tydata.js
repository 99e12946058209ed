process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/data-file-of-a-folder`, "");
export default {};

process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/configuration`, "");
export default () => ({});

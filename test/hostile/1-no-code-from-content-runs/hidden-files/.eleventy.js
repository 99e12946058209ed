process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/hidden-files`, "");
export default () => ({ dir: { output: "../canary" } });

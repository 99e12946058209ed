process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/data-file-of-an-essay-js`, "");
export default { templateEngineOverride: "njk" };

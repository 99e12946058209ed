module.exports = () => { process.getBuiltinModule("node:fs").writeFileSync(`${process.env.GALLEY_CANARIES}/template-in-javascript`, ""); return "canary-" + "sang"; };

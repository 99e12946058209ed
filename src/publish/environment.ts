/** All that a build gets to know of the server's environment. What else is there may be a secret. */
const PASSED_ON = ["PATH", "HOME", "TMPDIR"] as const;

export function buildEnvironment(): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), LANG: "C.UTF-8" };
}

// Without `packagejson: false` the analyzer writes its output folder into package.json.
export default { globs: ['src/**/*.ts'], litelement: true, packagejson: false };

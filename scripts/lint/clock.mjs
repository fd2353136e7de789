// @ts-check

/**
 * Lint plugin with one rule, `afterword/no-clock`: time is an argument (law 3 of the design). Oxlint's own rules can
 * forbid a global or a property, but not `new Date()` while `new Date(milliseconds)` stays allowed.
 */

const message =
  'Time is an argument: only the composition roots and renderer/clock.ts read a clock. Take `at` instead.';

/** Properties that read a clock, by the object they hang on. */
const clocks = new Map([
  ['Date', ['now']],
  ['performance', ['now', 'timeOrigin', 'mark', 'measure']],
  ['process', ['hrtime', 'uptime']],
  ['Temporal', ['Now']],
]);

/**
 * The name a global goes by, also behind `globalThis.`, `window.` or `self.`.
 * @param {any} node an ESTree expression; the plugin interface is untyped
 * @returns {string | undefined}
 */
const globalName = (node) => {
  if (node.type === 'Identifier') return node.name;
  const viaGlobal =
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    ['globalThis', 'window', 'self'].includes(node.object.name);
  return viaGlobal ? propertyName(node) : undefined;
};

/**
 * @param {any} node a MemberExpression
 * @returns {string | undefined}
 */
const propertyName = (node) => {
  if (!node.computed) return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : undefined;
};

/** @param {any} context */
const createNoClock = (context) => ({
  /** @param {any} node */
  NewExpression(node) {
    if (globalName(node.callee) === 'Date' && node.arguments.length === 0) context.report({ node, message });
  },
  /** @param {any} node */
  CallExpression(node) {
    // Called without `new`, Date ignores its arguments and answers the current time.
    if (globalName(node.callee) === 'Date') context.report({ node, message });
  },
  /** @param {any} node */
  MemberExpression(node) {
    const name = globalName(node.object);
    const property = propertyName(node);
    if (name === undefined || property === undefined) return;
    if (clocks.get(name)?.includes(property)) context.report({ node, message });
  },
});

const plugin = { meta: { name: 'afterword' }, rules: { 'no-clock': { create: createNoClock } } };

// Oxlint loads a plugin from its default export.
export default plugin;

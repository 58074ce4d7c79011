import { readFile } from 'node:fs/promises';
import { parseSync, type ESTree, type Plugin } from 'vite';

const CONTRACT = /\/libs\/contracts\/src\/.*\.ts$/;
const LIGHT = /\/libs\/contracts\/src\/.*\.ts\?routes$/;
/** What the desk needs of a route, and whoever calls it does not. */
const OF_THE_DESK = new Set(['summary', 'params', 'query', 'body', 'response']);

/**
 * Makes of each table of routes a module of its own that holds of a route what a caller needs: method, path and who may.
 * The schemas of bodies and answers stay where they were, and with them whoever checks a form by one.
 */
export function lightRoutes(): Plugin {
  return {
    name: 'bureau:light-routes',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: [LIGHT, CONTRACT] },
      async handler(id) {
        const file = id.replace(/\?routes$/, '');
        const code = await readFile(file, 'utf8');
        const tables = tablesOf(file, code);
        if (id !== file)
          return { code: [ROUTE, ...tables.map(({ light }) => light)].join('\n'), moduleSideEffects: false };
        if (tables.length === 0) return null;
        return { code: withoutTables(code, tables, file), moduleType: 'ts', moduleSideEffects: false };
      },
    },
  };
}

const ROUTE = 'const route = (method, path, shape) => ({ method, path, shape });';

interface Table {
  name: string;
  start: number;
  end: number;
  light: string;
}

/**
 * The tables of a file that have routes in them. Throws where one is not written out, so that nobody looks for what a
 * build left out: a light route has nothing but what stands between its own brackets.
 */
export function tablesOf(file: string, code: string): Table[] {
  return parseSync(file, code).program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return [];
    const [declared] = statement.declaration.declarations;
    if (declared?.id.type !== 'Identifier' || declared.init?.type !== 'ObjectExpression') return [];
    const { properties } = declared.init;
    if (!properties.some(isRoute)) return [];
    const { name } = declared.id;
    const refuse: Refuse = (node, why) => {
      throw new Error(
        `${file}: ${name} is no table of routes that a build can make light: ${why} (${snippet(code, node)}).`,
      );
    };
    const shapes = properties.map((property) => shapeOf(property, refuse));
    const { start, end } = statement;
    return [{ name, start, end, light: lightened(code, { start, end }, shapes) }];
  });
}

type Place = Pick<ESTree.Span, 'start' | 'end'>;
type Refuse = (node: Place, why: string) => never;

function snippet(code: string, { start, end }: Place): string {
  const text = code.slice(start, end).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isRoute(property: ESTree.ObjectPropertyKind): boolean {
  if (property.type !== 'Property' || property.value.type !== 'CallExpression') return false;
  const { callee } = property.value;
  return callee.type === 'Identifier' && callee.name === 'route';
}

/** The third argument of `name: route(method, path, { … })`. */
function shapeOf(property: ESTree.ObjectPropertyKind, refuse: Refuse): ESTree.ObjectExpression {
  if (property.type === 'SpreadElement') return refuse(property, 'write the routes out instead of spreading them');
  if (property.value.type !== 'CallExpression' || !isRoute(property)) {
    return refuse(property, 'every entry is a call of route');
  }
  const [method, path, shape] = property.value.arguments;
  if (method?.type !== 'Literal' || path?.type !== 'Literal') return refuse(property, 'method and path are texts');
  if (shape?.type !== 'ObjectExpression') return refuse(property, 'what it takes and gives is written out behind them');
  for (const part of shape.properties) checkPart(part, refuse);
  return shape;
}

/** What is kept of a route is taken out of its file, and must not need anything of it. */
function checkPart(part: ESTree.ObjectPropertyKind, refuse: Refuse): void {
  if (part.type === 'SpreadElement') return refuse(part, 'write it out instead of spreading it into a route');
  if (part.key.type !== 'Identifier' || part.computed) return refuse(part, 'name it by a word');
  if (OF_THE_DESK.has(part.key.name) || isLiteral(part.value)) return;
  refuse(part, 'a caller needs it, so write its value out');
}

function isLiteral(value: ESTree.Expression | ESTree.SpreadElement | null): boolean {
  if (value?.type === 'Literal') return true;
  return value?.type === 'ArrayExpression' && value.elements.every(isLiteral);
}

function lightened(code: string, { start, end }: { start: number; end: number }, shapes: ESTree.ObjectExpression[]) {
  let light = '';
  let from = start;
  for (const shape of shapes) {
    const kept = shape.properties.filter(
      (property) =>
        property.type !== 'Property' || property.key.type !== 'Identifier' || !OF_THE_DESK.has(property.key.name),
    );
    light += `${code.slice(from, shape.start)}{ ${kept.map((property) => code.slice(property.start, property.end)).join(', ')} }`;
    from = shape.end;
  }
  return light + code.slice(from, end);
}

function withoutTables(code: string, tables: readonly Table[], file: string): string {
  let rest = '';
  let from = 0;
  for (const { name, start, end } of tables) {
    rest += `${code.slice(from, start)}export { ${name} } from '${file}?routes';`;
    from = end;
  }
  return rest + code.slice(from);
}

import { parseSync, Visitor, type ESTree } from 'vite';

/** Names that stand twice in the same braces, one sentence each: whatever reads the file keeps the last, and drops what was written first. */
export function writtenTwice(file: string, text: string, program: ESTree.Program): string[] {
  const found: string[] = [];
  const visitor = new Visitor({
    ObjectExpression({ properties }) {
      const firsts = new Map<string, number>();
      for (const property of properties) {
        const name = property.type === 'Property' && !property.computed ? nameOf(property.key) : undefined;
        if (name === undefined) continue;
        const first = firsts.get(name);
        if (first === undefined) firsts.set(name, property.start);
        else found.push(`${file}, line ${lineAt(text, property.start)}: "${name}" stands on line ${lineAt(text, first)} already, in the same braces, and only the last would count. Take one out, or join the two.`);
      }
    },
  });
  visitor.visit(program);
  return found;
}

/** The same of a text that is valid JSON. */
export function writtenTwiceInJson(file: string, text: string): string[] {
  const expression = `(${text})`;
  return writtenTwice(file, expression, parseSync('words.js', expression).program);
}

/** The line of a place in a text, counted from 1. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}

function nameOf(key: ESTree.PropertyKey): string | undefined {
  return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
}

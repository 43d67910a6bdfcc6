import { toldBlock, type Edition } from '../../content/edition.ts';
import { keyFacts, keyFactsOf } from '../../content/key-facts.ts';
import { familyParts, type Part } from '../../content/parts.ts';
import { topics, type BlockShape } from '../../content/topics.ts';
import { checkNamed } from './check-sources.ts';

/** What is wrong with the blocks that an edition tells, and with what is made of them: the page for the family, and the facts that matter most. One sentence each. */
export function checkLeaflet(edition: Edition): string[] {
  return [...checkBlocks(edition), ...checkFamily(edition), ...checkKeyFacts(edition)];
}

function checkBlocks({ leaflet, acronyms, phones }: Edition): string[] {
  const told = leaflet as Readonly<Record<string, readonly (readonly string[])[]>>;
  const problems = Object.hasOwn(told, 'hand-washing') ? [] : ['leaflet leaves out "hand-washing". The timer is there: tell at least its steps.'];
  const lines = Object.keys(phones).filter((kind) => kind !== 'emergency');
  if (lines.length > 0 && !told['get-help']?.some(([block]) => block === 'phones')) {
    problems.push(`phones gives ${lines.join(', ')}, but no page would show it. Tell the block 'phones' in 'get-help' of leaflet, such as ['phones', 'your-source'], or take the line out.`);
  }
  for (const [topic, blocks] of Object.entries(told)) {
    const shapes = (topics as Readonly<Record<string, Readonly<Record<string, BlockShape>>>>)[topic];
    if (!shapes) {
      problems.push(`leaflet has a topic "${topic}". Choose from ${Object.keys(topics).join(', ')}.`);
      continue;
    }
    if (blocks.length === 0) problems.push(`the topic "${topic}" tells nothing. Take it out, or name its blocks.`);
    blocks.forEach(([block = '', ...from], index) => {
      const at = `the block "${block}" of "${topic}"`;
      const shape = shapes[block];
      if (!shape) problems.push(`${at} does not exist. Choose from ${Object.keys(shapes).join(', ')}.`);
      if (blocks.findIndex(([other]) => other === block) < index) problems.push(`${at} is told twice.`);
      problems.push(...checkNamed(at, from));
      if (shape?.kind === 'names') problems.push(...shape.items.filter((item) => !Object.hasOwn(acronyms, item)).map((item) => `${at} explains "${item}", but acronyms does not give it.`));
      if (shape?.kind === 'phones' && !shape.items.some((kind) => Object.hasOwn(phones, kind))) problems.push(`${at} lists phone lines, but phones gives none of ${shape.items.join(', ')}. Give one, or take the block out.`);
    });
  }
  return problems;
}

/** Paper and the code that needs no network hold what matters most, and nothing else. */
function checkKeyFacts(edition: Edition): string[] {
  if (keyFactsOf(edition, 'in a code').length > 0) return [];
  const wanted = keyFacts.filter(({ line, onPaper }) => !line && !onPaper).map(({ from }) => from.map(([topic, block]) => `"${block}" of "${topic}"`).join(' with '));
  return [`leaflet tells nothing of what matters most, so that the printed sheet and its code would be empty. Tell one of these: ${wanted.join('; ')}.`];
}

/** Each question of the family is answered by one block: two would give it twice, under one id. */
function checkFamily(edition: Edition): string[] {
  const answers = familyParts.filter((part: Part) => part.as && toldBlock(edition, part.topic, part.block)) as readonly Part[];
  return answers.flatMap(({ topic, block, as }, index) => {
    const first = answers.findIndex((other) => other.as === as);
    const { topic: inTopic, block: other } = answers[first] as Part;
    return first < index ? [`the block "${other}" of "${inTopic}" and the block "${block}" of "${topic}" answer one question on the page for the family, which would ask it twice. Tell one of them.`] : [];
  });
}

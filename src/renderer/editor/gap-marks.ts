import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

import { gapsIn } from '#shared/letter/first-text.ts';

/** Marks what is still to be filled in, `[...]`. @param className of the marked words. */
export const gapMarks = (className: string): Extension => {
  const mark = Decoration.mark({ class: className, tagName: 'mark' });
  const build = (view: EditorView): DecorationSet => {
    const marks = new RangeSetBuilder<Decoration>();
    for (const { from, to } of gapsIn(view.state.doc.toString())) marks.add(from, to, mark);
    return marks.finish();
  };
  return ViewPlugin.define(
    (view) => ({
      marks: build(view),
      update(update: ViewUpdate) {
        if (update.docChanged) this.marks = build(update.view);
      },
    }),
    { decorations: (plugin) => plugin.marks },
  );
};

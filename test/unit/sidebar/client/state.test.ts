/** What the sidebar knows, and how it changes: edits are never lost, and never overwrite anybody's unasked. */
import { describe, expect, it } from 'vitest';
import { jobsElsewhere } from '../../../../src/sidebar/client/calls/use-drafts';
import { BLANK } from '../../../../src/sidebar/client/model/form';
import { next } from '../../../../src/sidebar/client/model/next';
import {
  baseRevision,
  canFollow,
  canTakeBack,
  formIn,
  INITIAL,
  isChanged,
  isEditing,
  isOnTop,
  type State,
} from '../../../../src/sidebar/client/model/state';
import type { Start } from '../../../../src/sidebar/protocol';
import {
  CAPITAL,
  filledIn,
  progress,
  REFRESHING,
  SAVED,
  START,
  WITH_CAPITAL,
} from '../../../world/sidebar-samples';

const opened = next(INITIAL, { type: 'read', start: WITH_CAPITAL });
const OTHER: Start = { ...START, sheet: 'Cities', sheetId: 8 };
const editedTo = (state: State, name: string) =>
  next(state, { type: 'edited', form: { ...formIn(state), name } });

describe('the state', () => {
  it('shows the first enrichment of the sheet, and a blank form where there is none', () => {
    expect(formIn(opened).name).toBe('Capital');
    expect(formIn(next(INITIAL, { type: 'read', start: START }))).toBe(BLANK);
  });

  it('keeps what was written before the first answer', () => {
    const state = next(editedTo(INITIAL, 'Typed early'), { type: 'read', start: WITH_CAPITAL });
    expect([state.current, formIn(state).name]).toEqual(['', 'Typed early']);
  });

  it('keeps edits while another enrichment is on view, and when the sheet is read again', () => {
    const away = next(editedTo(opened, 'Edited'), { type: 'chosen', id: '' });
    expect(formIn(away)).toBe(BLANK);
    const back = next(next(away, { type: 'read', start: WITH_CAPITAL }), { type: 'chosen', id: 'e1' });
    expect(formIn(back).name).toBe('Edited');
  });

  it('leaves edits with their sheet when the person goes to another one, and has them again on the way back', () => {
    const there = next(editedTo(opened, 'Edited'), { type: 'gone to', start: OTHER });
    expect([there.start?.sheet, formIn(there), there.edited]).toEqual(['Cities', BLANK, {}]);
    const typed = editedTo(there, 'Typed there');
    // The server may not have got to know of them yet.
    const back = next(typed, { type: 'gone to', start: WITH_CAPITAL });
    expect([back.current, formIn(back).name, baseRevision(back)]).toEqual(['e1', 'Edited', 'r1']);
    expect(formIn(next(back, { type: 'gone to', start: OTHER })).name).toBe('Typed there');
    const kept = { ...CAPITAL, id: '', name: 'Of another page', revision: '' };
    const beside = next(typed, { type: 'gone to', start: { ...WITH_CAPITAL, drafts: [kept] } });
    expect(beside.edited['']?.form.name).toBe('Of another page');
  });

  it('says after a Save that it was one, until something else happens', () => {
    const saved = next(opened, { type: 'saved', sheetId: 7, form: formIn(opened), id: 'e1', revision: 'r2' });
    const active = { sheetId: 8, name: 'Cities' };
    const read = next(saved, { type: 'read', start: { ...WITH_CAPITAL, active } });
    expect([opened, saved, read, next(read, { type: 'opened' })].map(({ justSaved }) => justSaved)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('says after a deletion that it was one, until something else happens', () => {
    const deleted = next(opened, { type: 'removed', id: 'e1', columns: 'delete' });
    const read = next(deleted, { type: 'read', start: START });
    const news = [deleted, read, editedTo(read, 'New')].map(({ justDeleted }) => justDeleted);
    expect(news).toEqual([{ saved: SAVED, columns: 'delete' }, news[0], undefined]);
  });

  it('knows how an enrichment is refreshed once that is agreed to, and of no other', () => {
    const two = next(opened, {
      type: 'read',
      start: { ...WITH_CAPITAL, enrichments: [SAVED, { ...SAVED, id: 'e2' }] },
    });
    const agreed = next(two, { type: 'scheduled', id: 'e1', refreshing: REFRESHING });
    expect(agreed.start?.enrichments.map(({ refreshing }) => refreshing)).toEqual([REFRESHING, null]);
  });

  it('files a Save with the sheet that was saved, though the person has gone to another one meanwhile', () => {
    const saving = editedTo(next(opened, { type: 'chosen', id: '' }), 'Anthem');
    const there = editedTo(next(saving, { type: 'gone to', start: OTHER }), 'Typed there');
    const done = { type: 'saved', sheetId: 7, form: formIn(saving), id: 'e9', revision: 'r9' } as const;
    const saved = next(there, done);
    expect(saved).toEqual({ ...there, left: { 7: { edited: {}, current: 'e9' } } });
    expect(jobsElsewhere(there.left, saved.left)).toEqual([{ keep: false, sheetId: 7, id: '' }]);
    const listed = { ...WITH_CAPITAL, enrichments: [SAVED, { ...SAVED, id: 'e9', name: 'Anthem' }] };
    const back = next(saved, { type: 'gone to', start: listed });
    expect([formIn(back).name, isChanged(back)]).toEqual(['Anthem', false]);
    // Of a sheet that nobody has left here nothing is known.
    expect(next(there, { ...done, sheetId: 9 })).toBe(there);
  });

  it('makes edits a new enrichment when their sheet is gone, so that they are not lost', () => {
    const state = next(editedTo(opened, 'Edited'), { type: 'read', start: { ...START, sheetId: 8 } });
    expect(formIn(state)).toMatchObject({ id: '', name: 'Edited' });
  });

  it('lists a new enrichment once it is saved, and shows it', () => {
    const form = filledIn({ name: 'Anthem' });
    const edited = next({ ...opened, current: '' }, { type: 'edited', form });
    const state = next(edited, { type: 'saved', sheetId: 7, form, id: 'e9', revision: 'r9' });
    expect(state.start?.enrichments.map(({ name }) => name)).toEqual(['Anthem', 'Capital']);
    expect(formIn(state)).toMatchObject({ id: 'e9', name: 'Anthem' });
    expect([isChanged(edited), isChanged(state)]).toEqual([true, false]);
  });

  it('keeps what was edited while the server was saving', () => {
    const saving = editedTo({ ...opened, current: '' }, 'Anthem');
    const state = next(editedTo(saving, 'Anthems'), {
      type: 'saved',
      sheetId: 7,
      form: formIn(saving),
      id: 'e9',
      revision: 'r9',
    });
    expect(formIn(state)).toMatchObject({ id: 'e9', name: 'Anthems' });
  });

  it('remembers a key that was connected', () => {
    expect(next(opened, { type: 'key-changed', key: 'abcd' }).start?.key).toBe('abcd');
  });
});

describe('a reading behind what is on view', () => {
  const behind = (state: State, start: Start, was = state.start) =>
    was ? next(state, { type: 'read behind', was, start }) : state;
  const THEIRS = { ...SAVED, id: 'e2', name: 'Theirs' };

  it('brings what others did: enrichments, columns, a run, another key', () => {
    const run = progress({ by: 'sam@example.com' });
    const enrichments = [SAVED, THEIRS];
    const start = { ...WITH_CAPITAL, headings: ['Land'], key: 'abcd', enrichments, progress: [run] };
    const state = behind(opened, start);
    expect(state).toMatchObject({ start, runs: { e1: run }, current: 'e1' });
  });

  it('is let go where something was saved, removed or read meanwhile', () => {
    const form = formIn(opened);
    const saved = next(opened, { type: 'saved', sheetId: 7, form, id: 'e1', revision: 'r2' });
    expect(behind(saved, START, opened.start)).toBe(saved);
  });

  it('follows to the sheet that is open, unless something is edited or run here: then it only tells of it', () => {
    expect(behind(opened, OTHER).start).toBe(OTHER);
    const first = next(INITIAL, { type: 'read', start: { ...START, key: '' } });
    expect(canFollow(next(first, { type: 'key-changed', key: 'abcd' }))).toBe(true);
    const run = next(opened, { type: 'progressed', id: 'e1', progress: progress() });
    for (const state of [editedTo(opened, 'Edited'), next(opened, { type: 'opened' }), run]) {
      expect(canFollow(state)).toBe(false);
      const active = { sheetId: 8, name: 'Cities' };
      expect(behind(state, OTHER)).toEqual({ ...state, start: { ...WITH_CAPITAL, active } });
    }
  });

  it('takes no edits away, though somebody has removed what they are edits of', () => {
    const state = behind(editedTo(opened, 'Edited'), { ...START, enrichments: [THEIRS] });
    expect([state.current, formIn(state).name, baseRevision(state)]).toEqual(['e1', 'Edited', 'r1']);
    expect(isEditing(state)).toBe(true);
  });

  it('does not bring a run back to life that has ended here', () => {
    const over = progress({ state: 'ended' });
    const state = next(opened, { type: 'progressed', id: 'e1', progress: over });
    expect(behind(state, { ...WITH_CAPITAL, progress: [progress()] }).runs).toEqual({ e1: over });
    const another = progress({ run: 'run2' });
    expect(behind(state, { ...WITH_CAPITAL, progress: [another] }).runs).toEqual({ e1: another });
  });
});

describe('edits', () => {
  const OLD = { ...CAPITAL, name: 'Edited earlier', revision: 'r0' };

  it('that were kept are there again, from the revision they were begun from', () => {
    const state = next(INITIAL, { type: 'read', start: { ...WITH_CAPITAL, drafts: [OLD] } });
    expect(formIn(state).name).toBe('Edited earlier');
    expect(baseRevision(state)).toBe('r0');
  });

  it('on this page count more than those that were kept', () => {
    const state = next(editedTo(opened, 'Now'), { type: 'read', start: { ...WITH_CAPITAL, drafts: [OLD] } });
    expect([formIn(state).name, baseRevision(state)]).toEqual(['Now', 'r1']);
  });

  it('that were discarded do not come back with a later answer that still has them', () => {
    const kept = { ...WITH_CAPITAL, drafts: [OLD] };
    const restored = next(INITIAL, { type: 'read', start: kept });
    const state = next(next(restored, { type: 'discarded' }), { type: 'read', start: kept });
    expect([formIn(state).name, isChanged(state), baseRevision(state)]).toEqual(['Capital', false, 'r1']);
  });

  it('keep the revision they were begun from when somebody else saves', () => {
    const theirs = { ...WITH_CAPITAL, enrichments: [{ ...SAVED, revision: 'r2' }] };
    expect(baseRevision(next(editedTo(opened, 'Mine'), { type: 'read', start: theirs }))).toBe('r1');
    expect(baseRevision(next(opened, { type: 'read', start: theirs }))).toBe('r2');
  });

  it('go on from the new revision once they are saved', () => {
    const state = next(opened, { type: 'saved', sheetId: 7, form: formIn(opened), id: 'e1', revision: 'r2' });
    expect(baseRevision(state)).toBe('r2');
  });

  it('of an enrichment that somebody deleted go with it', () => {
    const state = next(editedTo(opened, 'Mine'), { type: 'read', start: START });
    expect([state.current, state.edited]).toEqual(['', {}]);
  });

  it('that cannot be read any more are left out', () => {
    const broken = { ...OLD, options: { depth: 'bottomless' } };
    const state = next(INITIAL, { type: 'read', start: { ...WITH_CAPITAL, drafts: [broken] } });
    expect(formIn(state).name).toBe('Capital');
  });

  it('that are discarded give way to what is saved', () => {
    const state = next(editedTo(opened, 'Mine'), { type: 'discarded' });
    expect([formIn(state).name, isEditing(state)]).toEqual(['Capital', false]);
  });
});

describe('edits that were discarded', () => {
  const dropped = next(editedTo(opened, 'Mine'), { type: 'discarded' });

  it('can be taken back', () => {
    expect(canTakeBack(dropped)).toBe(true);
    const back = next(dropped, { type: 'taken back' });
    expect(formIn(back).name).toBe('Mine');
    expect(canTakeBack(back)).toBe(false);
  });

  it('are not put in the place of what was written since, and are gone on another sheet', () => {
    expect(formIn(next(editedTo(dropped, 'New'), { type: 'taken back' })).name).toBe('New');
    expect(canTakeBack(next(dropped, { type: 'read', start: { ...START, sheetId: 8 } }))).toBe(false);
    expect(canTakeBack(opened)).toBe(false);
  });
});

describe('the form', () => {
  it('is folded away for what is saved, and open for what is new, changed, or asked for', () => {
    expect(isEditing(opened)).toBe(false);
    expect(isEditing(next(opened, { type: 'chosen', id: '' }))).toBe(true);
    expect(isEditing(editedTo(opened, 'Edited'))).toBe(true);
    expect(isEditing(next(opened, { type: 'opened' }))).toBe(true);
    expect(isEditing(next(next(opened, { type: 'opened' }), { type: 'closed' }))).toBe(false);
  });

  it('of a copy is a new enrichment, and the original stays as it is', () => {
    const state = next(opened, { type: 'copied', form: filledIn({ name: 'Copy' }) });
    expect([state.current, formIn(state).name, baseRevision(state)]).toEqual(['', 'Copy', '']);
    expect(formIn(next(state, { type: 'chosen', id: 'e1' })).name).toBe('Capital');
  });

  it('goes with an enrichment that is removed', () => {
    const state = next(editedTo(opened, 'Mine'), { type: 'removed', id: 'e1', columns: 'keep' });
    expect([state.current, state.start?.enrichments, isChanged(state)]).toEqual(['', [], false]);
  });
});

describe('a run', () => {
  const ended = progress({ state: 'ended' });

  it('that goes on is what the sidebar opens with', () => {
    const other = { ...SAVED, id: 'e2', name: 'Anthem' };
    const start = { ...START, enrichments: [other, SAVED], progress: [progress()] };
    expect(next(INITIAL, { type: 'read', start }).current).toBe('e1');
  });

  it('is news when its end was awaited here, and not when it was over before', () => {
    const awaited = next(opened, { type: 'progressed', id: 'e1', progress: progress() });
    expect(isOnTop(awaited)).toBe(true);
    expect(isOnTop(next(awaited, { type: 'progressed', id: 'e1', progress: ended }))).toBe(true);
    const later = next(INITIAL, { type: 'read', start: { ...WITH_CAPITAL, progress: [ended] } });
    expect(isOnTop(later)).toBe(false);
  });

  it('that was started here stays when an answer comes that is older', () => {
    const started = next(opened, { type: 'progressed', id: 'e1', progress: progress() });
    const older = { ...WITH_CAPITAL, progress: [progress({ state: 'ended', run: 'run0' })] };
    expect(next(started, { type: 'read', start: older }).runs.e1?.run).toBe('run1');
  });

  it('that nobody knows of any more is gone', () => {
    const state = next(opened, { type: 'progressed', id: 'e1', progress: progress() });
    expect(next(state, { type: 'progressed', id: 'e1', progress: null }).runs).toEqual({});
  });
});

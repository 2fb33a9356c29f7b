// How far a year has run on the map: playback, the replay after a step, the way from stop to stop, or rest. Uses performance.
import { journey } from "./present/journey.mjs";
import { onStage } from "./state.mjs";
import { createTimeline } from "./timeline.mjs";

const REPLAY = 2400; // ms in which a year's relocations travel after a step to it

/**
 * @param {object} story
 * @param {MediaQueryList} still matches if motion is not wanted
 * @param {(event: object, cause: string) => void} send
 * @param {(year: number, fraction: number|null) => void} onMoment told how far the year has run; null at rest
 * @returns {{show: (before: object|null, state: object) => void, frame: (now: number) => boolean, present: () => object|null}}
 *   `frame` moves on and says whether more frames are wanted; `present` is the moment for `scene`, with the year that
 *   passes; `left` is for how many milliseconds things will move; `hold` lets playback stand still and go on
 */
export function openMoments(story, still, send, onMoment) {
  let moment = null;
  let replayFrom = null;
  let way = null; // on stage: {from: when it began, journey}
  let held = false; // playback stands still, though the state says that it runs: nobody can see it
  const timeline = createTimeline({
    firstYear: story.story.firstYear,
    lastYear: story.story.lastYear,
    secondsOf: (year) => story.years[year].seconds,
    onMoment: (year, fraction) => { moment = { fraction, arriving: true }; onMoment(year, fraction); },
    onYear: (year) => send({ type: "tick", year }, "tick"),
    onEnd: () => send({ type: "pause" }, "tick"),
  });

  function show(before, state) {
    if (onStage(state)) return walk(before, state);
    if (way) [way, moment] = [null, null];
    timeline.speed(state.speed);
    // after a pause it goes on where it was, unless the visitor has gone elsewhere
    const paused = timeline.moment.year === state.year ? timeline.moment.fraction : 0;
    const runs = state.playing && !held;
    if (runs && !timeline.playing) timeline.play(state.year, paused, performance.now());
    if (!runs && timeline.playing) timeline.pause();
    const stepped = before?.year !== state.year;
    const selected = before?.select !== state.select;
    // pausing holds the moment; going anywhere else, or selecting something, shows the whole year again
    if (!state.playing && (stepped || (moment?.arriving && selected))) rest(state, stepped && before && !before.playing);
  }

  /** From stop to stop the years in between pass; a new stop on the way is gone to from where one has come to. */
  function walk(before, state) {
    if (timeline.playing) timeline.pause();
    const moved = before && onStage(before) && (before.year !== state.year || before.select !== state.select || before.step !== state.step);
    if (before && onStage(before) && !moved) return;
    const stands = way ? moment.year + moment.fraction : (before?.year ?? state.year) + 1;
    way = null;
    if (!moved || still.matches || state.mode === "speaker") return rest(state, false);
    if (stands === state.year + 1) return rest(state, state.select?.startsWith("relocation:"));
    replayFrom = null;
    way = { from: performance.now(), journey: journey(stands, state.year, (year) => story.years[year].seconds) };
    moment = { ...way.journey.at(0), arriving: true };
  }

  /** The whole year is shown at once; after a step its relocations travel meanwhile. */
  function rest(state, withReplay) {
    onMoment(state.year, null);
    const moves = story.years[state.year].events.some((ref) => story.relocations[ref.slice("relocation:".length)]?.drawn === "arc");
    replayFrom = withReplay && moves && !still.matches ? performance.now() : null;
    moment = replayFrom === null ? null : { fraction: 0, arriving: false };
  }

  function frame(now) {
    if (timeline.playing) timeline.frame(now);
    if (replayFrom !== null) {
      const fraction = Math.max(0, (now - replayFrom) / REPLAY);
      moment = fraction < 1 ? { fraction, arriving: false } : null;
      if (fraction >= 1) replayFrom = null;
    }
    if (way) {
      const { time, at } = way.journey;
      const there = at(now - way.from);
      onMoment(there.year, there.fraction);
      moment = { ...there, arriving: true };
      if (now - way.from >= time) {
        way = null;
        moment = null;
        onMoment(there.year, null);
      }
    }
    return timeline.playing || replayFrom !== null || way !== null;
  }

  function left() {
    if (way) return Math.max(0, way.from + way.journey.time - performance.now());
    return replayFrom === null ? 0 : Math.max(0, replayFrom + REPLAY - performance.now());
  }

  function hold(on, state) {
    held = on;
    if (state) show(state, state);
  }

  return { show, frame, left, hold, present: () => moment };
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { createTimeline, momentOf, timetable, travel } from "../../assets/client/timeline.mjs";
import { dated, story } from "./small_story.mjs";

const close = (value, expected) => assert.ok(Math.abs(value - expected) < 1e-3, `${value} is not ${expected}`);

/** A timeline over 2009–2011, two seconds a year, that writes down what it tells. */
function recorded(changes = {}) {
  const told = [];
  const timeline = createTimeline({
    firstYear: 2009, lastYear: 2011, secondsOf: () => 2,
    onMoment: (year, fraction) => told.push(`${year} ${fraction.toFixed(3)}`),
    onYear: (year) => told.push(`year ${year}`),
    onEnd: () => told.push("end"),
    ...changes,
  });
  return { timeline, told };
}

/** Frames until it ends, one every `gap` milliseconds. */
function playOut(timeline, gap, now = 0) {
  let frames = 0;
  while (timeline.playing && frames < 10_000) {
    now += gap;
    frames += 1;
    timeline.frame(now);
  }
  return frames;
}

test("a frame moves on by the time that has passed", () => {
  const { timeline, told } = recorded();
  timeline.play(2009, 0, 1000);
  assert.deepEqual(timeline.frame(1100), { year: 2009, fraction: 0.05, years: [], ended: false });
  assert.deepEqual(told, ["2009 0.050"]);
});

test("nothing moves while it does not run", () => {
  const { timeline, told } = recorded();
  assert.equal(timeline.playing, false);
  assert.equal(timeline.frame(5000), null);
  assert.deepEqual(told, []);
});

test("a year is shown to its end before the next one begins", () => {
  const { timeline, told } = recorded();
  timeline.play(2009, 0.95, 0);
  const { fraction, ...did } = timeline.frame(200);
  assert.deepEqual(did, { year: 2010, years: [2010], ended: false });
  close(fraction, 0.05);
  assert.deepEqual(told, ["2009 1.000", "year 2010", "2010 0.050"]);
});

test("a tab that slept goes on where it was", () => {
  const { timeline } = recorded();
  timeline.play(2009, 0, 0);
  assert.deepEqual(timeline.frame(3_600_000), { year: 2009, fraction: 0.125, years: [], ended: false });
});

test("a clock that runs backwards does not move it", () => {
  const { timeline } = recorded();
  timeline.play(2009, 0.5, 1000);
  assert.equal(timeline.frame(900).fraction, 0.5);
  assert.equal(timeline.frame(1000).fraction, 0.55);
});

test("at the end of the last year it stops and says so once", () => {
  const { timeline, told } = recorded();
  timeline.play(2011, 0.95, 0);
  assert.deepEqual(timeline.frame(200), { year: 2011, fraction: 1, years: [], ended: true });
  assert.equal(timeline.playing, false);
  assert.equal(timeline.frame(400), null);
  assert.deepEqual(told, ["2011 1.000", "end"]);
});

test("every year is played in turn, for as long as it is said to take", () => {
  const { timeline, told } = recorded({ secondsOf: (year) => ({ 2009: 2, 2010: 7, 2011: 3 })[year] });
  timeline.play(2009, 0, 0);
  assert.equal(playOut(timeline, 10), 1200);
  assert.deepEqual(told.filter((line) => line.startsWith("year")), ["year 2010", "year 2011"]);
});

test("twice the speed takes half the time, and a speed can change on the way", () => {
  const { timeline } = recorded();
  timeline.speed(2);
  timeline.play(2009, 0, 0);
  assert.equal(playOut(timeline, 10), 300);
  timeline.play(2011, 0, 0);
  timeline.frame(100);
  timeline.speed(0.25);
  close(timeline.frame(200).fraction, 0.1125);
});

test("a speed or a length that is none does not stop it for ever", () => {
  for (const speed of [0, -1, NaN, undefined]) {
    const { timeline } = recorded();
    timeline.speed(speed);
    timeline.play(2009, 0, 0);
    assert.equal(playOut(timeline, 100), 60);
  }
  for (const length of [0, -2, NaN, undefined]) {
    const { timeline, told } = recorded({ secondsOf: () => length });
    timeline.play(2009, 0, 0);
    assert.equal(playOut(timeline, 100), 1);
    assert.deepEqual(told, ["2009 1.000", "year 2010", "2010 1.000", "year 2011", "2011 1.000", "end"]);
  }
});

test("pausing keeps the moment, and playing goes on from it", () => {
  const { timeline } = recorded();
  timeline.play(2009, 0, 0);
  timeline.frame(200);
  timeline.pause();
  assert.deepEqual([timeline.playing, timeline.moment], [false, { year: 2009, fraction: 0.1 }]);
  timeline.play(timeline.moment.year, timeline.moment.fraction, 9000);
  close(timeline.frame(9100).fraction, 0.15);
});

test("whoever pauses at a new year stays at its start", () => {
  const { timeline, told } = recorded({ onYear: () => timeline.pause() });
  timeline.play(2009, 0.95, 0);
  assert.deepEqual(timeline.frame(200), { year: 2010, fraction: 0, years: [2010], ended: false });
  assert.deepEqual(told, ["2009 1.000"]);
});

test("from the very end it starts over", () => {
  const { timeline, told } = recorded();
  timeline.play(2011, 1, 0);
  assert.deepEqual(timeline.moment, { year: 2009, fraction: 0 });
  assert.deepEqual(told, ["year 2009"]);
});

test("seeking shows the moment, within the story, playing or not", () => {
  const { timeline, told } = recorded();
  timeline.seek(2010, 0.25);
  timeline.seek(1900, -3);
  timeline.seek(2100, 7);
  timeline.seek(NaN, NaN);
  assert.deepEqual(told, ["2010 0.250", "2009 0.000", "2011 1.000", "2009 0.000"]);
  assert.equal(timeline.playing, false);
});

test("a day happens at its noon, a month in its middle, a year in its middle", () => {
  close(momentOf(dated("2013-09-01"), 2013), 243.5 / 365);
  close(momentOf(dated("2013-01-01"), 2013), 0.5 / 365);
  close(momentOf(dated("2012-04~"), 2012), 106 / 366);
  close(momentOf(dated("2003"), 2003), 0.5);
});

test("a period happens at its start, brought into the year", () => {
  close(momentOf(dated("2009-07-28/2009-07-29"), 2009), 208.5 / 365);
  close(momentOf(dated("2003-04~/2003-09"), 2003), 105 / 365);
  assert.equal(momentOf(dated("2010/2011"), 2011), 0);
  assert.equal(momentOf(dated("2010/2011"), 2009), 1);
  assert.equal(momentOf(dated("../2003"), 2003), 0);
  assert.equal(momentOf(null, 2003), 0);
});

test("a movement of a day is on its way for 8 % of the year around it", () => {
  const { date } = { date: dated("2012-03-08") };
  const noon = 67.5 / 366;
  assert.deepEqual(travel({ date }, 2012, noon - 0.041), { progress: 0, moving: false, done: false });
  close(travel({ date }, 2012, noon).progress, 0.5);
  assert.equal(travel({ date }, 2012, noon).moving, true);
  assert.deepEqual(travel({ date }, 2012, noon + 0.041), { progress: 1, moving: false, done: true });
});

test("a movement at the turn of the year arrives within its year", () => {
  assert.equal(travel({ date: dated("2012-12-31") }, 2012, 1).done, true);
  assert.equal(travel({ date: dated("2012-12-31") }, 2012, 0.95).moving, true);
  assert.equal(travel({ date: dated("2012-01-01") }, 2012, 0).progress, 0);
  assert.equal(travel({ date: dated("2012-01-01") }, 2011, 1).progress, 0);
});

test("a movement known to the year travels from 0.1 to 0.9 of it", () => {
  const relocation = { date: dated("1986") };
  assert.equal(travel(relocation, 1986, 0.09).moving, false);
  close(travel(relocation, 1986, 0.5).progress, 0.5);
  assert.equal(travel(relocation, 1986, 0.91).done, true);
});

test("a movement over months leaves with the first and arrives with the last", () => {
  const relocation = { date: dated("2016-01/2016-09-09") };
  close(travel(relocation, 2016, 0.001).progress, 0.366 / 253);
  close(travel(relocation, 2016, 253 / 366 / 2).progress, 0.5);
  assert.equal(travel(relocation, 2016, 253.1 / 366).done, true);
});

test("a movement over several years goes on through them", () => {
  const relocation = story.relocations.rel_2013_2016_germany;
  close(travel(relocation, 2013, 0.1).progress, 0);
  close(travel(relocation, 2015, 0).progress, 0.5);
  assert.deepEqual(travel(relocation, 2012, 1), { progress: 0, moving: false, done: false });
  assert.deepEqual(travel(relocation, 2017, 0), { progress: 1, moving: false, done: true });
});

test("how far a movement with an open end has come is not known", () => {
  assert.deepEqual(travel({ date: dated("2017-11~/..") }, 2018, 0.5), { progress: 0, moving: true, done: false });
  assert.deepEqual(travel({ date: dated("../2003") }, 2002, 0.5), { progress: 0, moving: true, done: false });
  assert.equal(travel({ date: dated("../2003") }, 2004, 0).done, true);
});

test("the convoys of 2012 go one after the other, each around its date", () => {
  const convoys = Object.values(story.relocations).filter(({ years }) => years[0] === 2012);
  const times = timetable([...convoys].reverse());
  const rounded = convoys.map(({ id }) => times[id].map((time) => Number((time - 2012).toFixed(3))));
  assert.deepEqual(rounded, [[0.091, 0.158], [0.158, 0.2], [0.2, 0.252], [0.252, 0.331]]);
});

test("a total and its parts travel at the same time", () => {
  const { rel_2016_alb: total, rel_2016_last: part } = story.relocations;
  const times = timetable([total, part]);
  close(times.rel_2016_alb[1] - 2016, 253 / 366);
  close(times.rel_2016_last[0] - 2016, 252.5 / 366 - 0.04);
  assert.equal(travel(part, 2016, 252.5 / 366, times.rel_2016_last).moving, true);
});

test("opposite ways and other years do not wait for each other", () => {
  const day = { date: dated("2012-03-08"), drawn: "arc" };
  const there = { ...day, id: "there", fromDrawn: "a", toDrawn: "b" };
  const back = { ...day, id: "back", fromDrawn: "b", toDrawn: "a" };
  const long = { id: "long", date: dated("2011/2013"), drawn: "arc", fromDrawn: "a", toDrawn: "b" };
  const times = timetable([there, back, long]);
  assert.deepEqual(times.there, times.back);
  assert.deepEqual(times.long.map((time) => Number(time.toFixed(3))), [2011.1, 2013.9]);
});

test("however many go on one path, in one year, at whatever dates, they never overlap and all arrive", () => {
  const dates = ["2012-12-31", "2012-12-30", "2012", "2012-01-01", "2012-05/2012-06", "2012-06-15", "2012-06~", "2012-02-17/2012-02-18"];
  for (const count of [1, 8, 30, 200]) {
    const many = Array.from({ length: count }, (_, n) => ({ id: `r${n}`, date: dated(dates[n % dates.length]), fromDrawn: "a", toDrawn: "b", drawn: "arc" }));
    const journeys = Object.values(timetable(many)).sort(([one], [other]) => one - other);
    journeys.forEach(([leaves, arrives], index) => {
      assert.ok(leaves >= 2012 - 1e-9 && arrives <= 2013 + 1e-9 && arrives > leaves, `${leaves} ${arrives}`);
      if (index) assert.ok(leaves >= journeys[index - 1][1] - 1e-9, `${leaves} before ${journeys[index - 1][1]}`);
    });
  }
});

test("the same path in another year is another turn", () => {
  const way = { fromDrawn: "a", toDrawn: "b", drawn: "arc" };
  const times = timetable([{ ...way, id: "last", date: dated("2012-12-31") }, { ...way, id: "first", date: dated("2013-01-01") }]);
  assert.deepEqual([times.last[1], times.first[0]], [2013, 2013]);
});

test("a year without relocations has an empty timetable", () => {
  assert.deepEqual(timetable([]), {});
});

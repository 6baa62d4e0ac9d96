package layout

import (
	"math"
	"sync"
)

// A course lays one connected network out by tasks, one after another. Each task is a bounded
// piece of work, so that a page can show what there is in between; a course knows no clock.
type course struct {
	net    *network
	at     points // in steps
	w      *pathFinder
	todo   []task
	rivals []*course // ways to go on from what the tasks have made; the better one is kept
	going  *descent  // while it works on coarser levels
	ticks  int       // of the gathering that ends it, where rivals compete
	charge float32   // in the gathering, if it is the rival that is kept
	r      *random
	done   int // work so far, in pairs looked at
	total  int // about how much work there is
}

// A task does a piece of work and returns how many pairs it looked at, and whether it is to be
// called again before the next one.
type task func() (work int, again bool)

// over reports whether the layout is done.
func (c *course) over() bool { return len(c.todo) == 0 && len(c.rivals) == 0 }

// spend works for about so many pairs, of all rivals together, and returns how many it was.
// Rivals run side by side, which changes no bit as they share nothing that they write to.
func (c *course) spend(pairs int) (spent int) {
	for len(c.todo) > 0 && spent < pairs {
		work, again := c.todo[0]()
		spent += max(work, 1)
		if !again {
			c.todo = c.todo[1:]
		}
	}
	if len(c.todo) == 0 && len(c.rivals) > 0 && spent < pairs {
		spent += c.compete(pairs - spent)
	}
	c.done += spent
	return spent
}

// compete lets the rivals work on, and has their drawings judged when all are done.
func (c *course) compete(pairs int) (spent int) {
	work := make([]int, len(c.rivals))
	var wait sync.WaitGroup
	for k, rival := range c.rivals {
		wait.Go(func() { work[k] = rival.spend(max(pairs/len(c.rivals), 1)) })
	}
	wait.Wait()
	over := true
	for k, rival := range c.rivals {
		spent += work[k]
		over = over && rival.over()
	}
	if over {
		c.then(c.judging())
	}
	return spent
}

// finish does all that is left.
func (c *course) finish() {
	for !c.over() {
		c.spend(math.MaxInt)
	}
}

// judging makes a task that takes over the drawing of the rival that the judge prefers, the first
// of equals.
func (c *course) judging() task {
	var j *judge
	var best *course
	most, next := float32(0), 0
	return func() (int, bool) {
		if j == nil {
			j = newJudge(c.net, c.w, c.r)
		}
		work, score, again := j.step(c.rivals[next].at)
		if again {
			return work, true
		}
		if best == nil || score > most {
			best, most = c.rivals[next], score
		}
		if next++; next < len(c.rivals) {
			return work, true
		}
		c.at, c.rivals = best.at, nil
		c.then(c.gathering(c.ticks, best.charge, j))
		return work, false
	}
}

// show writes the present places into out.
func (c *course) show(out points) {
	now := c
	if len(c.rivals) > 0 && c.rivals[0].done > 0 {
		now = c.rivals[0]
	}
	if now.going != nil {
		now.going.show(out)
		return
	}
	now.at.copyTo(out)
}

// then adds a task.
func (c *course) then(t task) { c.todo = append(c.todo, t) }

// once makes a task of work that is done in one go; so many pairs are looked at.
func once(pairs int, do func()) task {
	return func() (int, bool) {
		do()
		return pairs, false
	}
}

// times makes a task of work that is done so often, each time in pieces.
func times(n int, piece task) task {
	return func() (int, bool) {
		work, again := piece()
		if !again {
			n--
		}
		return work, n > 0
	}
}

// rival begins a course that goes on from where c is when its tasks are done.
func (c *course) rival(seed uint64) *course {
	r := &course{net: c.net, at: newPoints(c.net.n), charge: weakCharge, r: &random{state: seed}}
	c.rivals = append(c.rivals, r)
	r.then(once(c.net.n, func() {
		c.at.copyTo(r.at)
		r.w = c.w.clone()
	}))
	return r
}

package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long files must be left alone after a change: a program that saves may write
// several times, or put a new file in the place of the old.
const settle = 200 * time.Millisecond

// watch tells of changes to datasets, in files and folders, until ctx ends. Several changes
// while nobody listens are one.
func watch(ctx context.Context, args []string) (<-chan struct{}, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("the files cannot be watched: %w", err)
	}
	places := placesOf(args)
	for _, folder := range places.parents() {
		if err := watcher.Add(folder); err != nil {
			watcher.Close()
			return nil, fmt.Errorf("%s cannot be watched: %w", folder, err)
		}
	}
	changes := make(chan struct{}, 1)
	go func() {
		defer watcher.Close()
		relay(ctx, watcher, args, places, changes)
	}()
	return changes, nil
}

// relay tells of changes once they have settled.
func relay(ctx context.Context, watcher *fsnotify.Watcher, args []string, places places, changes chan<- struct{}) {
	settled := time.NewTimer(settle)
	settled.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-watcher.Events:
			if !open {
				return
			}
			if e.Op != fsnotify.Chmod && places.concern(e.Name) {
				settled.Reset(settle)
			}
		case <-watcher.Errors: // an event was lost: look anew
			settled.Reset(settle)
		case <-settled.C:
			places = placesOf(args) // a link may lead elsewhere now
			for _, folder := range places.parents() {
				_ = watcher.Add(folder) // what cannot be watched is tried again after the next change
			}
			select {
			case changes <- struct{}{}:
			default: // one is waiting already
			}
		}
	}
}

// places are where a change may be one of a dataset.
type places struct {
	names   map[string]bool // files, and the links on the way to them
	folders map[string]bool // whose files are datasets
}

// placesOf finds the places of datasets in files and folders, behind all links.
func placesOf(args []string) places {
	p := places{map[string]bool{}, map[string]bool{}}
	for _, arg := range args {
		end := p.follow(arg)
		found, err := os.ReadDir(end)
		if err != nil {
			continue // it is a file
		}
		p.folders[end] = true
		for _, f := range found {
			if isDatasetName(f.Name()) {
				p.follow(filepath.Join(end, f.Name()))
			}
		}
	}
	return p
}

// mostLinks is how many links are followed on the way to a file, as Linux does.
const mostLinks = 40

// follow notes a name and the links on the way to it, whether of the file or of a folder above it, and returns where it
// ends. Whoever publishes by links puts another link in the place of one: a mounted ConfigMap, whose files lead through
// the link ..data, or a folder "current" that leads to a release.
func (p places) follow(name string) (end string) {
	end, err := filepath.Abs(name)
	if err != nil {
		end = filepath.Clean(name)
	}
	for range mostLinks {
		link, target, found := firstLink(end)
		if !found {
			break
		}
		p.names[link] = true
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(link), target)
		}
		end = filepath.Join(target, end[len(link):])
	}
	p.names[end] = true
	return end
}

// firstLink finds the link that is highest up in an absolute path, and what it leads to.
func firstLink(path string) (link, target string, found bool) {
	for at := len(filepath.VolumeName(path)) + 1; at <= len(path); at++ {
		if at < len(path) && !os.IsPathSeparator(path[at]) {
			continue
		}
		if target, err := os.Readlink(path[:at]); err == nil {
			return path[:at], target, true
		}
	}
	return "", "", false
}

// parents lists the folders in which something may change.
func (p places) parents() []string {
	all := maps.Clone(p.folders)
	for name := range p.names {
		all[filepath.Dir(name)] = true
	}
	return slices.Sorted(maps.Keys(all))
}

// concern reports whether a file that changed is a dataset, or leads to one.
func (p places) concern(changed string) bool {
	changed = filepath.Clean(changed)
	return p.names[changed] || p.folders[filepath.Dir(changed)] && isDatasetName(filepath.Base(changed))
}

package main

import (
	"context"
	"fmt"
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
	for _, arg := range args {
		folder := arg
		if info, err := os.Stat(arg); err == nil && !info.IsDir() {
			folder = filepath.Dir(arg) // a file that is replaced is another file
		}
		if err := watcher.Add(folder); err != nil {
			watcher.Close()
			return nil, fmt.Errorf("%s cannot be watched: %w", folder, err)
		}
	}
	changes := make(chan struct{}, 1)
	go func() {
		defer watcher.Close()
		relay(ctx, watcher, args, changes)
	}()
	return changes, nil
}

// relay tells of changes once they have settled.
func relay(ctx context.Context, watcher *fsnotify.Watcher, args []string, changes chan<- struct{}) {
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
			if e.Op != fsnotify.Chmod && concerns(e.Name, args) {
				settled.Reset(settle)
			}
		case <-watcher.Errors: // an event was lost: look anew
			settled.Reset(settle)
		case <-settled.C:
			select {
			case changes <- struct{}{}:
			default: // one is waiting already
			}
		}
	}
}

// concerns reports whether a file that changed is one of the datasets.
func concerns(changed string, args []string) bool {
	changed = filepath.Clean(changed)
	return slices.ContainsFunc(args, func(arg string) bool {
		arg = filepath.Clean(arg)
		return changed == arg || filepath.Dir(changed) == arg && isDatasetName(filepath.Base(changed))
	})
}

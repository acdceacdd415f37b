// Stands where Tielight stands in other tests, so that a browser without it can be driven in the same way.
chrome.runtime.onInstalled.addListener(() => undefined);

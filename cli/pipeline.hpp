// Reader thread -> workers -> in-order sink. The sink sees results in the order in which they were read, so the output has the
// same bytes for any number of threads.
//
//   reader (1 thread)  ──▶  window of at most N articles and B bytes  ──▶  workers (N threads)  ──▶  sink (the calling thread)
//
// An article holds its place in the window until the sink has taken its result: a slow sink stops the reader (back-pressure), and
// one slow article stops the others at the window's end. Nobody waits busily.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "demarche/ingest/article.hpp"
#include "interrupt.hpp"

namespace demarche::cli {

template <class Result>
class Pipeline {
public:
    // All three are called from the pipeline's threads. `read` by one thread at a time; empty at the end of the input.
    // `make_work` once in each worker, so that what it makes may own scratch memory.
    using Read = std::function<std::optional<RawArticle>()>;
    using Work = std::function<Result(RawArticle)>;
    using MakeWork = std::function<Work()>;
    using Sink = std::function<void(Result)>;

    Pipeline(unsigned threads, Read read, MakeWork make_work)
        : threads_(threads), state_(std::make_shared<State>(threads, std::move(read), std::move(make_work))) {}

    // Runs until the input ends. `idle` is called whenever the sink is about to wait: the moment to flush what a reader of our
    // output may be waiting for. An exception of a stage is thrown here, after the results read before it; Interrupted after a
    // signal. A reader that hangs in read(2) when a signal comes is left behind: the program must then end with _exit.
    void run(const Sink& sink, const std::function<void()>& idle) {
        std::thread reader(read_all, state_);
        std::vector<std::thread> workers;
        for (unsigned i = 0; i < threads_; ++i) {
            workers.emplace_back(work_all, state_);
        }
        std::exception_ptr failure;
        {
            const OnInterrupt wake([state = state_] { state->stop(); });
            failure = sink_all(sink, idle);
        }
        state_->stop();
        for (std::thread& worker : workers) {
            worker.join();
        }
        // Only a reader that is done can be joined without waiting for input that may never come.
        if (state_->reader_done() || signal_seen() == 0) {
            reader.join();
        } else {
            reader.detach();
        }
        stop_if_interrupted();
        if (failure) {
            std::rethrow_exception(failure);
        }
    }

private:
    struct Slot {
        std::optional<Result> result;
        std::exception_ptr error;
        std::uint64_t bytes = 0;
        bool done = false;
    };

    struct State {
        State(unsigned threads, Read read_stage, MakeWork make_work_stage)
            : window(std::size_t{threads} * 32), read(std::move(read_stage)), make_work(std::move(make_work_stage)) {}

        void stop() {
            const std::lock_guard lock(mutex);
            stopped = true;
            may_read.notify_all();
            may_work.notify_all();
            may_sink.notify_all();
        }

        bool reader_done() {
            const std::lock_guard lock(mutex);
            return ended;
        }

        static constexpr std::uint64_t window_bytes = 256ULL << 20U;
        const std::size_t window;
        const Read read;
        const MakeWork make_work;

        std::mutex mutex;
        std::condition_variable may_read;
        std::condition_variable may_work;
        std::condition_variable may_sink;
        std::deque<Slot> slots;                                    // of articles first .. first + slots.size(), in reading order
        std::deque<std::pair<std::uint64_t, RawArticle>> waiting;  // not yet taken by a worker
        std::uint64_t first = 0;
        std::uint64_t bytes = 0;
        bool ended = false;    // no more articles will come
        bool stopped = false;  // give up
        std::exception_ptr read_error;
    };

    static void read_all(std::shared_ptr<State> state) {
        std::exception_ptr error;
        try {
            while (true) {
                std::optional<RawArticle> article = state->read();
                if (!article) {
                    break;
                }
                std::unique_lock lock(state->mutex);
                const std::uint64_t bytes = article->bytes.size();
                state->may_read.wait(lock, [&] {
                    return state->stopped || state->slots.empty() ||
                           (state->slots.size() < state->window && state->bytes + bytes <= State::window_bytes);
                });
                if (state->stopped) {
                    break;
                }
                const std::uint64_t number = state->first + state->slots.size();
                state->slots.emplace_back().bytes = bytes;
                state->bytes += bytes;
                state->waiting.emplace_back(number, std::move(*article));
                state->may_work.notify_one();
            }
        } catch (...) {
            error = std::current_exception();
        }
        const std::lock_guard lock(state->mutex);
        state->ended = true;
        state->read_error = error;
        state->may_work.notify_all();
        state->may_sink.notify_all();
    }

    static void work_all(std::shared_ptr<State> state) {
        Work work;
        while (true) {
            std::unique_lock lock(state->mutex);
            state->may_work.wait(lock, [&] { return state->stopped || state->ended || !state->waiting.empty(); });
            if (state->stopped || state->waiting.empty()) {
                return;
            }
            auto [number, article] = std::move(state->waiting.front());
            state->waiting.pop_front();
            lock.unlock();

            std::optional<Result> result;
            std::exception_ptr error;
            try {
                if (!work) {
                    work = state->make_work();
                }
                result = work(std::move(article));
            } catch (...) {
                error = std::current_exception();
            }

            lock.lock();
            // The sink removes slots only from the front and only when done, so this one is still there.
            Slot& slot = state->slots[number - state->first];
            slot.result = std::move(result);
            slot.error = error;
            slot.done = true;
            if (number == state->first) {
                state->may_sink.notify_one();
            }
        }
    }

    std::exception_ptr sink_all(const Sink& sink, const std::function<void()>& idle) {
        State& state = *state_;
        const auto ready = [&] { return !state.slots.empty() && state.slots.front().done; };
        const auto finished = [&] { return state.ended && state.slots.empty(); };
        try {
            while (true) {
                std::unique_lock lock(state.mutex);
                if (!state.stopped && !ready() && !finished()) {
                    lock.unlock();
                    idle();
                    lock.lock();
                    state.may_sink.wait(lock, [&] { return state.stopped || ready() || finished(); });
                }
                if (state.stopped) {
                    return nullptr;
                }
                if (state.slots.empty()) {
                    return state.read_error;
                }
                Slot slot = std::move(state.slots.front());
                state.slots.pop_front();
                ++state.first;
                state.bytes -= slot.bytes;
                state.may_read.notify_one();
                lock.unlock();
                if (slot.error) {
                    return slot.error;
                }
                sink(std::move(*slot.result));
            }
        } catch (...) {
            return std::current_exception();
        }
    }

    unsigned threads_;
    std::shared_ptr<State> state_;
};

}  // namespace demarche::cli

// Cuts inputs into articles: a text or page is one, a JSON lines file one a line. Reads blocks, so an endless pipe is no trouble,
// and keeps no more of a line that is too long than what it needs to skip it.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "demarche/ingest/read.hpp"
#include "read/formats.hpp"
#include "read/input_files.hpp"

namespace demarche {

namespace {

class Descriptor {
public:
    Descriptor() = default;
    Descriptor(int fd, bool owned) : fd_(fd), owned_(owned) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        fd_ = std::exchange(other.fd_, -1);
        owned_ = other.owned_;
        return *this;
    }
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)), owned_(other.owned_) {}
    ~Descriptor() { close(); }

    [[nodiscard]] bool open() const { return fd_ >= 0; }
    [[nodiscard]] int get() const { return fd_; }

private:
    void close() {
        if (fd_ >= 0 && owned_) {
            ::close(fd_);
        }
        fd_ = -1;
    }
    int fd_ = -1;
    bool owned_ = false;
};

constexpr std::size_t block_size = 1U << 20U;

std::string in_words(std::uint64_t bytes) {
    constexpr std::uint64_t mebibyte = 1U << 20U;
    return bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MiB" : std::to_string(bytes) + " bytes";
}

}  // namespace

struct ArticleSource::Impl {
    Impl(const std::vector<std::string>& inputs, ReadOptions given) : options(std::move(given)), files(list_inputs(inputs)) {
        for (const InputFile& file : files) {
            total += file.size;
            known = known && file.sized;
        }
    }

    std::optional<RawArticle> next() {
        for (;;) {
            if (!input.open()) {
                if (at == files.size()) {
                    return std::nullopt;
                }
                if (auto rejected = start(files[at])) {
                    ++at;
                    return rejected;
                }
            }
            auto article = format == Format::jsonl ? next_line() : whole();
            if (article) {
                return article;
            }
            input = Descriptor();
            ++at;
        }
    }

    ReadOptions options;
    std::vector<InputFile> files;
    std::size_t at = 0;
    std::uint64_t read_bytes = 0;
    std::uint64_t total = 0;
    bool known = true;

private:
    RawArticle make() const {
        RawArticle raw;
        raw.path = files[at].path;
        raw.format = format;
        raw.fallback_id = stem_of(raw.path);
        return raw;
    }

    // Opens a file and finds its format. Returns a rejected article if a file of a folder cannot be read.
    std::optional<RawArticle> start(const InputFile& file) {
        buffer.clear();
        used = 0;
        offset = 0;
        line = 1;
        ended = false;
        done = false;
        broken.clear();
        format = options.format.value_or(Format::text);
        std::string why = file.rejected;
        if (why.empty()) {
            input = file.path == "-" ? Descriptor(STDIN_FILENO, false)
                                     : Descriptor(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC), true);
            if (!input.open()) {
                why = file.path + ": cannot be read (" + std::strerror(errno) + "); check its permissions";
            } else if (!fill()) {
                why = broken;
            }
        }
        if (!why.empty()) {
            if (file.named) {
                throw std::runtime_error(why);
            }
            input = Descriptor();
            RawArticle raw = make();
            raw.rejected = why;
            return raw;
        }
        // The first bytes of a pipe may come in drops; a format needs the first mark and a little more.
        constexpr std::size_t telling = 16;
        while (!options.format && !ended && buffer.find_first_not_of(" \t\r\n") + telling > buffer.size() &&
               buffer.size() < block_size) {
            if (!fill()) {
                break;
            }
        }
        format = options.format.value_or(find_format(buffer, file.path));
        return std::nullopt;
    }

    // Reads one block more; false on an error, whose sentence is then in `broken`.
    bool fill() {
        if (used > 0) {
            buffer.erase(0, used);
            used = 0;
        }
        const std::size_t before = buffer.size();
        buffer.resize(before + block_size);
        ssize_t got = 0;
        do {
            got = ::read(input.get(), buffer.data() + before, block_size);
        } while (got < 0 && errno == EINTR);
        buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) {
            broken = files[at].path + ": cannot be read (" + std::strerror(errno) + ")";
            ended = true;
            return false;
        }
        ended = got == 0;
        read_bytes += static_cast<std::uint64_t>(got);
        return true;
    }

    std::optional<RawArticle> whole() {
        if (done) {
            return std::nullopt;
        }
        done = true;
        while (!ended && buffer.size() <= options.max_line) {
            fill();
        }
        RawArticle raw = make();
        raw.end = buffer.size();
        if (!broken.empty()) {
            raw.rejected = broken;
        } else if (buffer.size() > options.max_line) {
            std::uint64_t skipped = 0;
            while (!ended) {  // so that progress counts it and a pipe's writer is not cut off
                skipped += buffer.size();
                buffer.clear();
                fill();
            }
            raw.end = skipped + buffer.size();
            raw.rejected = place_of(raw) + ": longer than " + in_words(options.max_line) + "; raise --max-line to read it";
        } else {
            raw.bytes = std::move(buffer);
            if (raw.bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
                raw.rejected = place_of(raw) + ": empty";
            }
        }
        buffer.clear();
        return raw;
    }

    std::optional<RawArticle> next_line() {
        for (;;) {
            std::size_t searched = used;
            std::size_t newline = std::string::npos;
            while ((newline = buffer.find('\n', searched)) == std::string::npos && !ended &&
                   buffer.size() - used <= options.max_line) {
                searched = buffer.size() - used;
                fill();
            }
            if (newline == std::string::npos && !ended) {
                return skip_long_line();
            }
            if (newline == std::string::npos && used == buffer.size()) {
                return end_of_lines();
            }
            const std::size_t end = newline == std::string::npos ? buffer.size() : newline;
            const std::uint64_t begin_offset = offset;
            const std::uint64_t this_line = line;
            std::string_view bytes = std::string_view(buffer).substr(used, end - used);
            const std::size_t length = end - used;
            used = std::min(end + 1, buffer.size());
            offset += length + 1;
            ++line;
            if (bytes.ends_with('\r')) {
                bytes.remove_suffix(1);
            }
            if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) {
                continue;
            }
            any = any || this_line > 0;
            RawArticle raw = make_line(this_line, begin_offset, begin_offset + bytes.size());
            if (bytes.size() > options.max_line) {
                raw.rejected = too_long(raw);
            } else {
                raw.bytes = bytes;
            }
            return raw;
        }
    }

    std::optional<RawArticle> end_of_lines() {
        const bool nothing = !std::exchange(any, false);
        if (std::exchange(done, true)) {
            return std::nullopt;
        }
        if (!broken.empty() || (nothing && files[at].path != "-")) {
            RawArticle raw = make_line(line, offset, offset);
            raw.rejected = broken.empty() ? files[at].path + ": empty" : broken;
            return raw;
        }
        return std::nullopt;
    }

    std::string too_long(const RawArticle& raw) const {
        return place_of(raw) + ": the line is longer than " + in_words(options.max_line) + "; raise --max-line to read it";
    }

    // The line in the buffer is over the limit and its end not yet seen: drop blocks until it comes.
    std::optional<RawArticle> skip_long_line() {
        const std::uint64_t begin_offset = offset;
        std::uint64_t length = 0;
        for (;;) {
            const std::size_t newline = buffer.find('\n', used);
            if (newline != std::string::npos) {
                length += newline - used;
                used = newline + 1;
                break;
            }
            length += buffer.size() - used;
            buffer.clear();
            used = 0;
            if (ended) {
                break;
            }
            fill();
        }
        RawArticle raw = make_line(line, begin_offset, begin_offset + length);
        raw.rejected = too_long(raw);
        offset += length + 1;
        ++line;
        any = true;
        return raw;
    }

    RawArticle make_line(std::uint64_t number, std::uint64_t begin, std::uint64_t end) const {
        RawArticle raw = make();
        raw.line = number;
        raw.begin = begin;
        raw.end = end;
        raw.fallback_id += "-L" + std::to_string(number);
        return raw;
    }

    Descriptor input;
    Format format = Format::text;
    std::string buffer;
    std::size_t used = 0;      // bytes of the buffer that are dealt with
    std::uint64_t offset = 0;  // of buffer[used] in the file
    std::uint64_t line = 1;
    bool ended = false;
    bool done = false;
    bool any = false;
    std::string broken;
};

// NOLINTNEXTLINE(performance-unnecessary-value-param): the header promises that the caller may give its list away
ArticleSource::ArticleSource(std::vector<std::string> inputs, ReadOptions options)
    : impl_(std::make_unique<Impl>(inputs, std::move(options))) {}
ArticleSource::~ArticleSource() = default;

std::optional<RawArticle> ArticleSource::next() { return impl_->next(); }
std::uint64_t ArticleSource::bytes_read() const { return impl_->read_bytes; }
std::uint64_t ArticleSource::bytes_total() const { return impl_->known ? impl_->total : 0; }

}  // namespace demarche

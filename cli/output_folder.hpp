// A folder whose files change together: an interrupted build leaves the old set or the new one, never half of each.
//
//   DIR/.demarche-part/     files being written; thrown away if the program ends before commit()
//   DIR/.demarche-commit/   the same folder renamed: the moment from which the new set counts
//
// commit() renames the one to the other (atomic), then moves the files up into DIR. Should the machine stop in between, whoever
// opens the folder next moves the rest.
#pragma once

#include <string>
#include <string_view>

namespace demarche::cli {

class OutputFolder {
public:
    // Makes the folder if it is missing and takes its lock. Throws std::runtime_error if it cannot be used, or if another
    // program is writing into it.
    explicit OutputFolder(std::string path);
    ~OutputFolder();  // without commit(): leaves DIR as it was
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    [[nodiscard]] std::string staged(std::string_view name) const;  // where to write the file that will be DIR/name
    void commit();

private:
    std::string path_;
    int lock_ = -1;
    bool made_ = false;
    bool committed_ = false;
};

// Ends a commit that a crash cut short; for those who only read the folder. Does nothing while a build holds the lock.
void finish_commit(const std::string& path);

}  // namespace demarche::cli
